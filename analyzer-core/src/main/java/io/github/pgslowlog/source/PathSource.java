package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A log file.
 *
 * @param name how the user named it
 * @param path the file
 */
public record PathSource(String name, Path path) implements LogSource {
  /**
   * A file by its own path.
   *
   * @param path the file
   */
  public PathSource(Path path) {
    this(path.toString(), path);
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  /** A pipe, such as a shell makes for {@code <(zcat a.gz)}, passes by once. */
  @Override
  public boolean reopenable() {
    return Files.isRegularFile(path) || Files.notExists(path);
  }
}
