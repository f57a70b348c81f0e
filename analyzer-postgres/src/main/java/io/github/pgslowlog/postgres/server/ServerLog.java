package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a program of the server said at its end. */
final class ServerLog {
  private static final int MAX_BYTES = 8 << 10;
  private static final int MAX_LINES = 12;

  private final Path file;

  ServerLog(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  boolean says(String words) {
    return tail().contains(words);
  }

  /** The last lines, each indented; each behind a line feed. */
  String lastLines() {
    List<String> lines = tail().lines().toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - MAX_LINES))
        .map(line -> "\n  " + line)
        .collect(Collectors.joining());
  }

  private String tail() {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - MAX_BYTES));
      ByteBuffer buffer = ByteBuffer.allocate(MAX_BYTES);
      int count;
      do {
        count = channel.read(buffer);
      } while (count > 0);
      return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
