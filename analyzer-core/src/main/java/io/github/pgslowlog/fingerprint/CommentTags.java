package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.TextDecoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tags of single comments, the same as {@link SqlTags} reads them.
 *
 * <p>Hot path: programs write most pairs, and many comments, again and again, so the latest are
 * remembered by their bytes; one that meets another in its place takes the place. For one thread.
 */
final class CommentTags {
  private static final int PLACES = 512;

  /** What a comment has around its text. */
  private static final int BRACKETS = 2;

  /** Bytes, and what was read of them. */
  private static final class Known<T> {
    private final byte[] bytes;
    private final T value;

    Known(byte[] bytes, T value) {
      this.bytes = bytes;
      this.value = value;
    }

    boolean isAt(byte[] text, int from, int to) {
      return Arrays.equals(bytes, 0, bytes.length, text, from, to);
    }
  }

  private final @Nullable Known<Tag>[] pairs = places();
  private final @Nullable Known<Tags>[] comments = places();
  private final Tag[] found = new Tag[SqlTags.MAX_TAGS];

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> @Nullable Known<T>[] places() {
    return (Known<T>[]) new Known[PLACES];
  }

  /** As {@link SqlTags#read} for the block comment alone. */
  Tags read(byte[] text, int from, int to) {
    if (to - from > SqlTags.MAX_COMMENT) {
      return Tags.NONE;
    }
    int count = plainPairs(text, from + BRACKETS, to - BRACKETS);
    if (count > 0) {
      return new Tags(Arrays.copyOf(found, count));
    }
    int place = place(text, from, to);
    Known<Tags> known = comments[place];
    if (known == null || !known.isAt(text, from, to)) {
      Tags tags = Tags.of(SqlTags.ofComment(text, from, to));
      known = new Known<>(Arrays.copyOfRange(text, from, to), tags);
      comments[place] = known;
    }
    return known.value;
  }

  private static int place(byte[] text, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    return (hash ^ hash >>> 16) & (PLACES - 1);
  }

  // --- key='value',key='value' without escapes

  /** How many pairs there are, -1 if something else stands there, too. */
  private int plainPairs(byte[] text, int from, int to) {
    int count = 0;
    int i = from;
    while (true) {
      while (i < to && text[i] == ' ') {
        i++;
      }
      int equals = keyEnd(text, i, to);
      if (equals < 0 || count == found.length) {
        return -1;
      }
      int end = valueEnd(text, equals + 2, to);
      if (end < 0) {
        return -1;
      }
      Tag tag = pair(text, i, equals, end + 1);
      if (isRepeated(tag, count)) {
        return -1;
      }
      found[count++] = tag;
      i = end + 1;
      while (i < to && text[i] == ' ') {
        i++;
      }
      if (i >= to) {
        return count;
      }
      if (text[i] != ',' || i + 1 == to) {
        return -1;
      }
      i++;
    }
  }

  /** Where {@code ='} stands behind a key of ASCII, -1 if there is none. */
  private static int keyEnd(byte[] text, int from, int to) {
    int i = from;
    while (i < to && isKey(text[i])) {
      i++;
    }
    boolean letter = i > from && (text[from] | 0x20) >= 'a' && (text[from] | 0x20) <= 'z';
    return letter
            && i - from < SqlTags.MAX_LENGTH
            && i + 1 < to
            && text[i] == '='
            && text[i + 1] == '\''
        ? i
        : -1;
  }

  private static boolean isKey(byte b) {
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'z' || b >= '0' && b <= '9' || b == '_' || b == '-' || b == '.';
  }

  private static int valueEnd(byte[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] != '\'') {
      if (text[i] == '\\') {
        return -1;
      }
      i++;
    }
    return i < to ? i : -1;
  }

  private Tag pair(byte[] text, int from, int equals, int to) {
    int place = place(text, from, to);
    Known<Tag> known = pairs[place];
    if (known == null || !known.isAt(text, from, to)) {
      String key = TextDecoder.decode(text, from, equals);
      String value = TextDecoder.decode(text, equals + 2, to - 1);
      Tag tag = new Tag(key, SqlTags.value(value));
      known = new Known<>(Arrays.copyOfRange(text, from, to), tag);
      pairs[place] = known;
    }
    return known.value;
  }

  private boolean isRepeated(Tag tag, int count) {
    for (int i = 0; i < count; i++) {
      if (found[i].key().equals(tag.key())) {
        return true;
      }
    }
    return false;
  }
}
