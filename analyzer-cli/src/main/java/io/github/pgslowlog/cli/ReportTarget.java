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
  private static final String UNPRINTABLE =
      "a line break or an invisible character in a name or a value";

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
      boolean all = !files.isEmpty() && !Migrations.isAnyLeftOut(analysis);
      String done =
          files.isEmpty()
              ? name + ": " + noMigrations(analysis)
              : new MigrationFolder(name, format).save(files)
                  + (all ? "" : "; left out: what has " + UNPRINTABLE);
      if (!quiet || !all) {
        streams.err().println("pgslowlog: " + PlainText.of(done));
      }
    } else if (name.equals("-")) {
      format.write(analysis, options, streams.out());
      streams.out().flush();
    } else {
      withFile(file -> PrivateFile.write(file, out -> format.write(analysis, options, out)));
    }
  }

  /** Why there are none, and what to do. */
  private static String noMigrations(Analysis analysis) {
    if (analysis.advice().basis().isEmpty()) {
      return "nothing to do is confirmed by a planner, so there are no migrations to write; give"
          + " --schema or --url to 'pgslowlog analyze' to have advice confirmed";
    }
    return Migrations.isAnyLeftOut(analysis)
        ? "what the planner confirmed has "
            + UNPRINTABLE
            + ", so it cannot be a migration; write a report to read it, as -o report.txt"
        : "the planner confirmed no index and no statistics to create, so there are no migrations"
            + " to write; a report tells what else it found, as -o report.txt";
  }

  /** Fails now if it is known that it would then: reading may take long. */
  void check() {
    if (format.isFolder()) {
      new MigrationFolder(name, format).check();
    } else if (!name.equals("-")) {
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
