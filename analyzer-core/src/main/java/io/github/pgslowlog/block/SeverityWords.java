package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The severities of a log that writes them without a colon, looked up once for each word.
 *
 * <p>Hot path: a log has a handful of words, in one language or two; direct-mapped and bounded.
 */
final class SeverityWords {
  private static final int PLACES = 64;

  /** No language has a word half as long; a longer one is looked up each time. */
  private static final int MAX_KEPT_BYTES = 64;

  private static final byte[] DURATION = "duration: ".getBytes(StandardCharsets.US_ASCII);

  private final Languages languages;
  private final byte[][] words = new byte[PLACES][0];
  private final @Nullable Label[] labels = new Label[PLACES];

  SeverityWords(Languages languages) {
    this.languages = languages;
  }

  /** Takes the severity of a message whose text is known; an unknown word is no failure. */
  void read(byte[] b, int from, int to, RawMessage message) {
    Label known = label(b, from, to);
    message.severity = known != null ? known : ofUnknown(message);
  }

  /** As {@code decode.RecordDecoder} does: LOG for what starts like a duration, else INFO. */
  private static Label ofUnknown(RawMessage message) {
    int from = message.messageFrom;
    int to = from + DURATION.length;
    boolean duration =
        to <= message.messageTo
            && Arrays.equals(message.message, from, to, DURATION, 0, DURATION.length);
    return duration ? Label.LOG : Label.INFO;
  }

  private @Nullable Label label(byte[] b, int from, int to) {
    if (from >= to) {
      return null;
    }
    if (to - from > MAX_KEPT_BYTES) {
      return languages.severity(Slice.of(b, from, to));
    }
    int place = (to - from ^ b[from] << 2 ^ b[to - 1]) & PLACES - 1;
    byte[] word = words[place];
    if (!Arrays.equals(b, from, to, word, 0, word.length)) {
      words[place] = Arrays.copyOfRange(b, from, to);
      labels[place] = languages.severity(Slice.of(words[place]));
    }
    return labels[place];
  }
}
