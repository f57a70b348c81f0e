package io.github.pgslowlog.fingerprint;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tags of single comments. Programs write most comments again and again, so the latest are
 * remembered: a comment that meets another in its place takes the place. For one thread.
 */
final class CommentTags {
  private static final int PLACES = 256;

  private static final class Comment {
    private final byte[] bytes;
    private final Map<String, String> tags;

    Comment(byte[] bytes, Map<String, String> tags) {
      this.bytes = bytes;
      this.tags = tags;
    }
  }

  private final @Nullable Comment[] comments = new @Nullable Comment[PLACES];

  /**
   * As {@link SqlTags#read} for the comment alone, most often the same object for the same bytes.
   */
  Map<String, String> read(byte[] text, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Comment known = comments[place];
    if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, text, from, to)) {
      return known.tags;
    }
    Map<String, String> tags = SqlTags.ofComment(text, from, to);
    if (to - from <= SqlTags.MAX_COMMENT) {
      comments[place] = new Comment(Arrays.copyOfRange(text, from, to), tags);
    }
    return tags;
  }
}
