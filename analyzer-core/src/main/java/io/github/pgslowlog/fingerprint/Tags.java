package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.Slice;
import java.util.Map;

/**
 * The tags of a statement, each key once. Readers give the same {@link Tag}s, and often the same
 * object, for the same text, so that who counts them can compare by identity first. Hot path.
 */
public final class Tags {
  /** No tags. */
  public static final Tags NONE = new Tags(new Tag[0]);

  private final Tag[] tags;

  Tags(Tag[] tags) {
    this.tags = tags;
  }

  static Tags of(Map<String, String> tags) {
    return tags.isEmpty()
        ? NONE
        : new Tags(
            tags.entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toArray(Tag[]::new));
  }

  /**
   * The tags of a statement.
   *
   * @param sql the statement
   * @return as {@link SqlTags#read} tells them
   */
  public static Tags read(Slice sql) {
    return of(SqlTags.read(sql));
  }

  /**
   * How many there are.
   *
   * @return the number
   */
  public int size() {
    return tags.length;
  }

  /**
   * One of them.
   *
   * @param index from 0 on
   * @return the tag
   */
  public Tag get(int index) {
    return tags[index];
  }
}
