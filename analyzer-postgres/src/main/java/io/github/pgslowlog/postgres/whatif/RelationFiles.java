package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.postgres.server.PrivateServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Gives the files of relations their length without their contents: the planner asks the file
 * system how long a table is. A sparse file takes no room on disk.
 *
 * <p>Files are changed behind the server's back. It never remembers how long a file is, and opens
 * further segments when it finds the ones before full, so this is safe while no statement runs.
 * Segments that become superfluous stay as empty files: the server may have them open.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">Database File
 * Layout</a>; mdnblocks() in {@code md.c}.
 */
final class RelationFiles {
  /** BLCKSZ. */
  static final int PAGE_BYTES = 8192;

  /** 1 GiB, RELSEG_SIZE. */
  static final long SEGMENT_PAGES = 131_072;

  /** 2 TiB and 2048 files for one relation; costs of what is larger are those of this size. */
  static final long MAX_PAGES = 2048 * SEGMENT_PAGES;

  private final PrivateServer server;

  RelationFiles(PrivateServer server) {
    this.server = server;
  }

  /** Makes a file exactly so long, keeping what it has of its first pages. */
  void setPages(String file, long pages) throws IOException {
    Path first = path(file);
    long left = Math.min(pages, MAX_PAGES);
    for (int segment = 0; ; segment++) {
      Path path = segment == 0 ? first : Path.of(first + "." + segment);
      boolean exists = Files.exists(path);
      if (left == 0 && !exists) {
        return;
      }
      long length = Math.min(left, SEGMENT_PAGES);
      try (RandomAccessFile open = new RandomAccessFile(path.toFile(), "rw")) {
        open.setLength(length * PAGE_BYTES);
      }
      if (!exists) {
        server.handOver(path);
      }
      left -= length;
    }
  }

  long pages(String file) throws IOException {
    Path first = path(file);
    long bytes = Files.size(first);
    for (int segment = 1; Files.exists(Path.of(first + "." + segment)); segment++) {
      bytes += Files.size(Path.of(first + "." + segment));
    }
    return bytes / PAGE_BYTES;
  }

  /** Its first segment, to write pages to. */
  RandomAccessFile open(String file) throws IOException {
    return new RandomAccessFile(path(file).toFile(), "rw");
  }

  private Path path(String file) {
    return server.dataDirectory().resolve(file);
  }
}
