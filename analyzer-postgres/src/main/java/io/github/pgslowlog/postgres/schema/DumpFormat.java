package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Dumps that are not text. */
final class DumpFormat {
  private static final String REMEDY =
      "; make it SQL with: pg_restore --schema-only -f schema.sql ";

  /** The name of the first file in the archive. */
  private static final byte[] TAR = "toc.dat\0".getBytes(StandardCharsets.US_ASCII);

  private DumpFormat() {}

  /** Throws if a file that begins so is not SQL. */
  static void checkHead(String file, String head) {
    if (head.startsWith("PGDMP")) {
      throw new AnalyzerException(file + ": a dump in custom format" + REMEDY + file);
    }
  }

  /** Throws if it is a folder, or an archive that {@code pg_dump -Ft} wrote. */
  static void checkFile(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new AnalyzerException(
          file
              + ": a folder"
              + (Files.exists(file.resolve("toc.dat")) ? ", a dump in directory format" : "")
              + REMEDY
              + file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (Arrays.equals(in.readNBytes(TAR.length), TAR)) {
        throw new AnalyzerException(file + ": a dump in tar format" + REMEDY + file);
      }
    }
  }
}
