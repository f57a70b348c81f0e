package io.github.pgslowlog.fingerprint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Statements whose text is always the same, found at once: prepared statements, which are most of
 * what applications send. A text that meets another in its place takes the place. Hot path; for one
 * thread.
 */
final class ConstantTexts {
  private static final int PLACES = 2048;

  /** 4 KiB: longer texts are rare, and all together must stay small. */
  private static final int MAX_BYTES = 4 << 10;

  private static final int LEAST_BYTES = 16;
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private final byte[] @Nullable [] texts = new byte[PLACES] @Nullable [];
  private final @Nullable KnownStatement[] statements = new @Nullable KnownStatement[PLACES];

  /** The statement with this text, or null. */
  @Nullable KnownStatement find(byte[] text, int from, int to) {
    int length = to - from;
    if (length < LEAST_BYTES || length > MAX_BYTES) {
      return null;
    }
    int place = place(text, from, to);
    byte[] known = texts[place];
    return known != null
            && known.length == length
            && Arrays.mismatch(known, 0, length, text, from, to) < 0
        ? statements[place]
        : null;
  }

  /** Remembers a statement with one text. */
  void add(byte[] text, int from, int to, KnownStatement statement) {
    int length = to - from;
    if (length >= LEAST_BYTES && length <= MAX_BYTES) {
      int place = place(text, from, to);
      texts[place] = Arrays.copyOfRange(text, from, to);
      statements[place] = statement;
    }
  }

  /** Statements of a program begin alike and differ somewhere; a few places tell most apart. */
  private static int place(byte[] text, int from, int to) {
    int length = to - from;
    long hash = EightBytes.at(text, from + 8, to) + length;
    hash = hash * PRIME + EightBytes.at(text, from + (length >> 2), to);
    hash = hash * PRIME + EightBytes.at(text, from + (length >> 1), to);
    hash = hash * PRIME + EightBytes.at(text, to - 16, to);
    hash = hash * PRIME + EightBytes.at(text, to - 8, to);
    hash *= PRIME;
    return (int) (hash >>> 40) & (PLACES - 1);
  }
}
