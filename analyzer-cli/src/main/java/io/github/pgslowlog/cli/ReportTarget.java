package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.JsonReport;
import io.github.pgslowlog.report.ReportOptions;
import io.github.pgslowlog.report.SqlReport;
import io.github.pgslowlog.report.TextReport;
import io.github.pgslowlog.report.html.HtmlReport;
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
record ReportTarget(String name, Format format) {
  /** What is written. */
  enum Format {
    /** For a terminal. */
    TEXT,
    /** Everything. */
    JSON,
    /** A page for a browser. */
    HTML,
    /** The statements alone. */
    SQL
  }

  /** By extension; empty for an extension that is not known. */
  static Optional<ReportTarget> of(String name) {
    if (name.endsWith(".json")) {
      return Optional.of(new ReportTarget(name, Format.JSON));
    }
    if (name.endsWith(".html")) {
      return Optional.of(new ReportTarget(name, Format.HTML));
    }
    if (name.endsWith(".sql")) {
      return Optional.of(new ReportTarget(name, Format.SQL));
    }
    boolean text = name.equals("-") || name.endsWith(".txt");
    return text ? Optional.of(new ReportTarget(name, Format.TEXT)) : Optional.empty();
  }

  void write(Analysis analysis, int top, Writer standardOutput) throws IOException {
    if (name.equals("-")) {
      writeTo(standardOutput, analysis, top);
      standardOutput.flush();
    } else {
      save(analysis, top);
    }
  }

  private void save(Analysis analysis, int top) {
    try {
      Path file = Path.of(name);
      if (isOneOf(analysis.inputs(), file)) {
        throw new AnalyzerException(
            name + ": the report would replace a log that was read; give --output another name");
      }
      PrivateFile.write(file, out -> writeTo(out, analysis, top));
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

  private void writeTo(Writer out, Analysis analysis, int top) throws IOException {
    switch (format) {
      case JSON -> JsonReport.write(analysis, out);
      case HTML -> HtmlReport.write(analysis, new ReportOptions(top, false, 80, false), out);
      case SQL -> SqlReport.write(analysis, out);
      case TEXT -> TextReport.write(analysis, top, out);
    }
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
