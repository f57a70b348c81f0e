package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.Migrations;
import io.github.pgslowlog.report.ReportFormat;
import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a report goes, and in which format.
 *
 * @param name a file or folder, or {@code -} for standard output
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

  /**
   * Writes the report.
   *
   * @param quiet whether to say nothing of the files of a folder
   */
  void write(Analysis analysis, ReportOptions options, Streams streams, boolean quiet)
      throws IOException {
    if (format.isFolder()) {
      List<Migrations.File> files = Migrations.of(analysis, format);
      String done = new MigrationFolder(name, format).save(files);
      if (!quiet || files.isEmpty()) {
        streams.err().println("pgslowlog: " + done);
      }
    } else if (name.equals("-")) {
      format.write(analysis, options, streams.out());
      streams.out().flush();
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
      PrivateFile.write(file, out -> format.write(analysis, options, out));
    } catch (IOException failure) {
      throw new AnalyzerException(
          name + ": the report cannot be written: " + PrivateFile.reason(failure), failure);
    }
  }

  private static boolean isOneOf(List<Input> logs, Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    for (Input log : logs) {
      if (isSame(log.path(), file)) {
        return true;
      }
    }
    return false;
  }

  /** A saved report may tell of logs that are named in another way than files here. */
  private static boolean isSame(String log, Path file) throws IOException {
    try {
      Path path = Path.of(log);
      return Files.exists(path) && Files.isSameFile(file, path);
    } catch (InvalidPathException elsewhere) {
      return false;
    }
  }
}
