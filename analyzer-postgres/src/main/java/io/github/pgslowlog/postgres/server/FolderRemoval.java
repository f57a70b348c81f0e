package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Removes a folder and all below it, while somebody else may do the same. Links are removed and not
 * followed.
 */
final class FolderRemoval extends SimpleFileVisitor<Path> {
  /** A server that is about to end may still write a file or two. */
  private static final int ATTEMPTS = 5;

  private FolderRemoval() {}

  /** Whether the folder is gone. */
  static boolean remove(Path folder) {
    for (int attempt = 0; attempt < ATTEMPTS && exists(folder); attempt++) {
      tryToRemove(folder);
    }
    return !exists(folder);
  }

  private static void tryToRemove(Path folder) {
    try {
      Files.walkFileTree(folder, new FolderRemoval());
    } catch (IOException e) {
      // The folder got a file in the meantime, or cannot be changed at all.
    }
  }

  private static boolean exists(Path folder) {
    return Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    Files.deleteIfExists(file);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
      throws IOException {
    Files.deleteIfExists(folder);
    return FileVisitResult.CONTINUE;
  }
}
