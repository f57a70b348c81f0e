package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.Migrations;
import io.github.pgslowlog.report.PlainText;
import io.github.pgslowlog.report.ReportFormat;
import io.github.pgslowlog.report.ReportOptions;
import java.io.IOException;
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
        streams.err().println("pgslowlog: " + PlainText.of(done));
      }
    } else if (name.equals("-")) {
      format.write(analysis, options, streams.out());
      streams.out().flush();
    } else {
      withFile(file -> PrivateFile.write(file, out -> format.write(analysis, options, out)));
    }
  }

  /** Fails now if it is known that it would then: reading may take long. */
  void check() {
    if (!format.isFolder() && !name.equals("-")) {
      withFile(PrivateFile::check);
    }
  }

  private interface FileAction {
    void accept(Path file) throws IOException;
  }

  private void withFile(FileAction action) {
    try {
      action.accept(Path.of(name));
    } catch (IOException | InvalidPathException failure) {
      throw new AnalyzerException(
          name + ": the report cannot be written: " + PrivateFile.reason(failure), failure);
    }
  }
}
