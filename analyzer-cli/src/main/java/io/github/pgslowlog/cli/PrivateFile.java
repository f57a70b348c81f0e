package io.github.pgslowlog.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file for its owner alone (mode 0600), whole or not at all. */
final class PrivateFile {
  private PrivateFile() {}

  /** Writes the content of a file. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  static void write(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // Temporary files are made with mode 0600.
    Path temporary = Files.createTempFile(folder, ".pgslowlog-", ".tmp");
    try {
      try (Writer out = Files.newBufferedWriter(temporary)) {
        content.writeTo(out);
      }
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
