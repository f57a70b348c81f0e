package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies a folder and all below it, with its links and permissions. */
final class FolderCopy extends SimpleFileVisitor<Path> {
  private final Path source;
  private final Path target;

  private FolderCopy(Path source, Path target) {
    this.source = source;
    this.target = target;
  }

  /** Copies a folder to a place where there is nothing yet. */
  static void copy(Path source, Path target) throws IOException {
    Files.walkFileTree(source, new FolderCopy(source, target));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    return copy(folder);
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    return copy(file);
  }

  private FileVisitResult copy(Path path) throws IOException {
    Files.copy(
        path,
        target.resolve(source.relativize(path)),
        LinkOption.NOFOLLOW_LINKS,
        StandardCopyOption.COPY_ATTRIBUTES);
    return FileVisitResult.CONTINUE;
  }
}
