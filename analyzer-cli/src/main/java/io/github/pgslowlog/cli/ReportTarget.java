package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.ReportFormat;
import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a report goes, and in which format.
 *
 * @param name a file name, or {@code -} for standard output
 * @param format what is written
 */
record ReportTarget(String name, ReportFormat format) {
  /** By extension; empty for an extension that is not known. */
  static Optional<ReportTarget> of(String name) {
    if (name.equals("-")) {
      return Optional.of(new ReportTarget(name, ReportFormat.TEXT));
    }
    return ReportFormat.ofName(name).map(format -> new ReportTarget(name, format));
  }

  void write(Analysis analysis, ReportOptions options, Writer standardOutput) throws IOException {
    if (name.equals("-")) {
      writeTo(standardOutput, analysis, options);
      standardOutput.flush();
    } else {
      save(analysis, options);
    }
  }

  private void save(Analysis analysis, ReportOptions options) {
    try {
      Path file = Path.of(name);
      if (isOneOf(analysis.inputs(), file)) {
        throw new AnalyzerException(
            name + ": the report would replace a log that was read; give --output another name");
      }
      PrivateFile.write(file, out -> writeTo(out, analysis, options));
    } catch (IOException failure) {
      throw new AnalyzerException(
          name + ": the report cannot be written: " + reason(failure), failure);
    }
  }

  private static boolean isOneOf(List<Input> logs, Path file) throws IOException {
    for (Input log : logs) {
      Path path = Path.of(log.path());
      if (Files.exists(file) && Files.exists(path) && Files.isSameFile(file, path)) {
        return true;
      }
    }
    return false;
  }

  private void writeTo(Writer out, Analysis analysis, ReportOptions options) throws IOException {
    format.write(analysis, options, out);
  }

  private static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "its folder does not exist; make the folder first";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied; name a folder you may write to";
    }
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
