package io.github.pgslowlog.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes a file for its owner alone (mode 0600), whole or not at all. */
final class PrivateFile {
  /** As many as Linux follows. */
  private static final int MAX_LINKS = 40;

  /** {@code S_ISVTX} of POSIX: only owners remove or rename files of a folder. */
  private static final int STICKY = 0x200;

  private PrivateFile() {}

  /** Writes the content of a file. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /**
   * A link goes on to point to the file, also where that is not there yet; devices and pipes are
   * written into as they are.
   */
  static void write(Path file, Content content) throws IOException {
    check(file);
    if (isDevice(file)) {
      try (Writer out = Files.newBufferedWriter(file)) {
        content.writeTo(out);
      }
      return;
    }
    replace(goal(file), content);
  }

  /** Neither a file nor to be one: a device, a pipe or a folder. */
  static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  /**
   * Whether it can be written, as far as one can tell before.
   *
   * @throws IOException with the reason if it cannot
   */
  static void check(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw refused(file, "it is a folder; name a file, or give --format for migrations");
    }
    if (isDevice(file)) {
      return;
    }
    Path goal = goal(file);
    Path folder = folder(goal);
    if (!Files.isDirectory(folder)) {
      throw refused(
          file,
          Files.exists(folder)
              ? folder + " is no folder; name a file in one"
              : "the folder " + folder + " does not exist; make it first");
    }
    if (!Files.isWritable(folder) || isKept(goal, folder)) {
      throw new AccessDeniedException(file.toString());
    }
  }

  /**
   * Whether a file of somebody else is there, in a folder such as /tmp, where nobody else may
   * replace it. Who may write into it does not matter otherwise: the new one takes its place.
   */
  private static boolean isKept(Path goal, Path folder) throws IOException {
    return Files.exists(goal)
        && !Files.isWritable(goal)
        && isSticky(folder)
        && !Files.getOwner(goal).getName().equals(System.getProperty("user.name"));
  }

  private static boolean isSticky(Path folder) throws IOException {
    return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
        && Files.getAttribute(folder, "unix:mode") instanceof Integer mode
        && (mode & STICKY) != 0;
  }

  /** Where links lead. */
  static Path goal(Path file) throws IOException {
    Path goal = file;
    for (int links = 0; Files.isSymbolicLink(goal); links++) {
      if (links == MAX_LINKS) {
        throw refused(file, "it is a link that leads in a circle; remove it, or name a file");
      }
      goal = goal.resolveSibling(Files.readSymbolicLink(goal));
    }
    return goal;
  }

  private static void replace(Path file, Content content) throws IOException {
    // Temporary files are made with mode 0600.
    Path temporary = Files.createTempFile(folder(file), ".pgslowlog-", ".tmp");
    // For a run that is ended by a signal.
    temporary.toFile().deleteOnExit();
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

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  private static FileSystemException refused(Path file, String reason) {
    return new FileSystemException(file.toString(), null, reason);
  }

  /** Why it could not be written, and what to do. */
  static String reason(Exception failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied; name a file and a folder you may write to";
    }
    if (failure instanceof NoSuchFileException) {
      return "no file can be made there; name another folder";
    }
    String reason =
        failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    if (reason == null) {
      return failure.getClass().getSimpleName();
    }
    return reason.startsWith("No space left")
        ? reason + "; make room, or name another place"
        : reason;
  }
}
