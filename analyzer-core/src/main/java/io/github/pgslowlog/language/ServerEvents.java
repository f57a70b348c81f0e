package io.github.pgslowlog.language;

import io.github.pgslowlog.bytes.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the messages of {@link ServerEvent} begin in some languages. Asked for every message, so by
 * the first byte.
 */
final class ServerEvents {
  private final List<List<Beginning>> byFirstByte;

  @SuppressWarnings("ArrayRecordComponent")
  private record Beginning(byte[] text, ServerEvent event) {}

  private ServerEvents(List<Beginning> beginnings) {
    this.byFirstByte =
        IntStream.range(0, 256)
            .mapToObj(b -> beginnings.stream().filter(s -> (s.text[0] & 0xff) == b).toList())
            .toList();
  }

  static ServerEvents of(List<Language> languages) {
    List<Beginning> beginnings = new ArrayList<>();
    for (Language language : languages) {
      for (ServerEvent event : ServerEvent.values()) {
        for (byte[] text : language.bytes(MessageKey.of(event))) {
          beginnings.add(new Beginning(text, event));
        }
      }
    }
    beginnings.sort(Comparator.comparingInt(beginning -> -beginning.text.length));
    return new ServerEvents(beginnings);
  }

  /** Some languages word one event as another and more: the longest counts. */
  @Nullable ServerEvent at(Slice message) {
    if (message.length() == 0) {
      return null;
    }
    List<Beginning> candidates = byFirstByte.get(message.array()[message.from()] & 0xff);
    for (int i = 0; i < candidates.size(); i++) {
      if (message.startsWith(candidates.get(i).text)) {
        return candidates.get(i).event;
      }
    }
    return null;
  }
}
