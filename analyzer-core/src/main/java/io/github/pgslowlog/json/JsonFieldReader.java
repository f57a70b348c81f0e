package io.github.pgslowlog.json;

import io.github.pgslowlog.bytes.ByteAccumulator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds some members of an object, nested ones too, in one walk over it.
 *
 * <p>A member is named by its path: {@code properties.message}. An array on the way stands for its
 * first element, as exports write {@code "metadata":[{…}]}. Keys are compared as bytes: a key with
 * escapes is never found. Of members with the same name the last one counts. Hot path: reused,
 * allocates nothing.
 */
public final class JsonFieldReader {
  private final byte[][][] paths;
  private final JsonReader reader = new JsonReader();
  private final JsonType[] types;
  private final int[] starts;
  private final int[] ends;
  private byte[] buffer = {};

  /**
   * Looks for members; they are numbered in this order, from 0.
   *
   * @param paths at most 64
   */
  public JsonFieldReader(String... paths) {
    if (paths.length > Long.SIZE) {
      throw new IllegalArgumentException(paths.length + " paths are over " + Long.SIZE);
    }
    this.paths = Arrays.stream(paths).map(JsonFieldReader::names).toArray(byte[][][]::new);
    this.types = new JsonType[paths.length];
    this.starts = new int[paths.length];
    this.ends = new int[paths.length];
    Arrays.fill(types, JsonType.NONE);
  }

  private static byte[][] names(String path) {
    return Arrays.stream(path.split("\\.", -1))
        .map(name -> name.getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }

  /**
   * Looks at another object.
   *
   * @param bytes holds it
   * @param from index of its first byte
   * @param to index behind its last byte
   * @return false if it is no object or damaged; members before the damage were found all the same
   */
  public boolean read(byte[] bytes, int from, int to) {
    buffer = bytes;
    Arrays.fill(types, JsonType.NONE);
    reader.reset(bytes, from, to);
    if (reader.type() != JsonType.OBJECT || !reader.enter()) {
      return false;
    }
    walk(0, paths.length == Long.SIZE ? -1L : (1L << paths.length) - 1);
    return !reader.damaged();
  }

  /** Recursion is as deep as the longest path, whatever the object holds. */
  private void walk(int level, long wanted) {
    while (reader.next()) {
      long found = 0;
      long within = 0;
      for (long rest = wanted; rest != 0; rest &= rest - 1) {
        int field = Long.numberOfTrailingZeros(rest);
        byte[][] path = paths[field];
        if (isKey(path[level])) {
          if (path.length == level + 1) {
            found |= 1L << field;
          } else {
            within |= 1L << field;
          }
        }
      }
      value(level, found, within);
    }
  }

  private boolean isKey(byte[] name) {
    int from = reader.keyFrom();
    int to = reader.keyTo();
    return to - from == name.length && Arrays.equals(buffer, from, to, name, 0, name.length);
  }

  private void value(int level, long found, long within) {
    JsonType type = reader.type();
    int start = reader.at();
    boolean descended = within != 0 && descend(level + 1, within, type);
    if (!descended) {
      reader.skip();
      start = reader.valueFrom();
    }
    int end = descended ? reader.at() : reader.valueTo();
    for (long rest = found; rest != 0; rest &= rest - 1) {
      int field = Long.numberOfTrailingZeros(rest);
      types[field] = type;
      starts[field] = start;
      ends[field] = end;
    }
  }

  private boolean descend(int level, long wanted, JsonType type) {
    if (type == JsonType.OBJECT) {
      boolean entered = reader.enter();
      if (entered) {
        walk(level, wanted);
      }
      return entered;
    }
    if (type != JsonType.ARRAY || !reader.enter()) {
      return false;
    }
    if (reader.next()) {
      if (reader.type() == JsonType.OBJECT && reader.enter()) {
        walk(level, wanted);
      }
      reader.leave();
    }
    return true;
  }

  /**
   * What a member is.
   *
   * @param field its number
   * @return its type, {@link JsonType#NONE} if the object does not have it
   */
  public JsonType type(int field) {
    return types[field];
  }

  /**
   * Whether a member is a string that is not empty.
   *
   * @param field its number
   * @return true if so
   */
  public boolean hasText(int field) {
    return types[field] == JsonType.STRING && ends[field] > starts[field];
  }

  /**
   * Whether the object has a member, be it null.
   *
   * @param field its number
   * @return true if so
   */
  public boolean has(int field) {
    return types[field] != JsonType.NONE;
  }

  /**
   * The bytes of the object.
   *
   * @return the array that was given, to read only
   */
  public byte[] buffer() {
    return buffer;
  }

  /**
   * Where a member's value starts; a string's behind its quote.
   *
   * @param field its number
   * @return index of its first byte
   */
  public int from(int field) {
    return starts[field];
  }

  /**
   * Where a member's value ends; a string's before its quote.
   *
   * @param field its number
   * @return index behind its last byte
   */
  public int to(int field) {
    return ends[field];
  }

  /**
   * Whether a value is these bytes, escapes not taken off.
   *
   * @param field its number
   * @param value the bytes
   * @return true if so
   */
  public boolean is(int field, byte[] value) {
    return has(field) && Arrays.equals(buffer, starts[field], ends[field], value, 0, value.length);
  }

  /**
   * Adds the text of a string, the bytes of a number, true or false, and nothing for the rest.
   *
   * @param field its number
   * @param out receives the bytes
   */
  public void append(int field, ByteAccumulator out) {
    switch (types[field]) {
      case STRING -> JsonText.append(buffer, starts[field], ends[field], out);
      case NUMBER, BOOLEAN -> out.append(buffer, starts[field], ends[field]);
      default -> {}
    }
  }
}
