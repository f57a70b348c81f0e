package io.github.pgslowlog.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file for its owner alone (mode 0600), whole or not at all. */
final class PrivateFile {
  private PrivateFile() {}

  /** Writes the content of a file. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /** A link goes on to point to it; devices and pipes are written into as they are. */
  static void write(Path file, Content content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          file.toString(), null, "it is a folder; name a file, or give --format for migrations");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (Writer out = Files.newBufferedWriter(file)) {
        content.writeTo(out);
      }
      return;
    }
    replace(Files.exists(file) ? file.toRealPath() : file, content);
  }

  private static void replace(Path file, Content content) throws IOException {
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

  /** Why it could not be written, and what to do. */
  static String reason(IOException failure) {
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
