package io.github.pgslowlog.postgres.whatif;

import java.util.Set;

/** Tells the keys that a GIN index has of a value. */
interface KeyExtractor {
  /**
   * The keys of a value, each once.
   *
   * @param value as text
   */
  Set<GinKey> keys(String value);

  /**
   * A key.
   *
   * @param group those of a group come from about equally many different ones
   * @param text what tells it from others, of whatever group
   * @param bytes its length as it is stored
   */
  record GinKey(String group, String text, double bytes) {}
}
