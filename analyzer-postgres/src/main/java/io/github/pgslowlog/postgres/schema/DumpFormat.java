package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Dumps that are not text. */
final class DumpFormat {
  private static final String REMEDY =
      "; make it SQL with: pg_restore --schema-only -f schema.sql ";

  private DumpFormat() {}

  /** Throws if a file that begins so is not SQL. */
  static void checkHead(String file, String head) {
    if (head.startsWith("PGDMP")) {
      throw new AnalyzerException(file + ": a dump in custom format" + REMEDY + file);
    }
  }

  /** Throws if it is a folder. */
  static void checkFolder(Path file) {
    if (Files.isDirectory(file)) {
      throw new AnalyzerException(
          file
              + ": a folder"
              + (Files.exists(file.resolve("toc.dat")) ? ", a dump in directory format" : "")
              + REMEDY
              + file);
    }
  }
}
