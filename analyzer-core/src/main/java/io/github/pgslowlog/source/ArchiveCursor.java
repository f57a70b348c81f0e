package io.github.pgslowlog.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens the members of an archive that can only be read as a stream.
 *
 * <p>Members asked for in archive order cost one pass over the archive: the cursor waits behind the
 * member that was closed last. Who asks for an earlier one, or for a second one at the same time,
 * gets a pass of its own.
 */
final class ArchiveCursor {
  /** A reader and the member it stands on, counted among the files, -1 before the first. */
  private record Position(ArchiveReader reader, int member) {}

  private final LogSource archive;
  private int last = Integer.MAX_VALUE;
  private @Nullable Position idle;

  ArchiveCursor(LogSource archive) {
    this.archive = archive;
  }

  /** Tells the last member that anybody will ask for; behind it the archive is closed. */
  void endsWith(int member) {
    last = member;
  }

  /** Opens a member, by its place among the files of the archive. */
  InputStream open(int member) throws IOException {
    Position position = take(member);
    try {
      for (int i = position.member(); i < member; i++) {
        if (!position.reader().next()) {
          throw new IOException("it is no longer in the archive");
        }
      }
      Position reached = new Position(position.reader(), member);
      return new FilterInputStream(reached.reader().content()) {
        private boolean closed;

        @Override
        public void close() throws IOException {
          if (!closed) {
            closed = true;
            giveBack(reached);
          }
        }
      };
    } catch (IOException | RuntimeException failure) {
      position.reader().close();
      throw failure;
    }
  }

  private Position take(int member) throws IOException {
    synchronized (this) {
      Position waiting = idle;
      if (waiting != null && waiting.member() < member) {
        idle = null;
        return waiting;
      }
    }
    Layers layers = Layers.peel(archive.open(), Decompression.taken(archive));
    return new Position(ArchiveReader.of(layers), -1);
  }

  private void giveBack(Position position) throws IOException {
    Position unused = position;
    if (position.member() < last) {
      synchronized (this) {
        unused = idle;
        idle = position;
      }
    }
    if (unused != null) {
      unused.reader().close();
    }
  }
}
