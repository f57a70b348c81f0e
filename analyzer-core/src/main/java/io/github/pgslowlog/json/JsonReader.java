package io.github.pgslowlog.json;

/**
 * A cursor over the values of JSON text, in place.
 *
 * <pre>{@code
 * reader.reset(bytes, from, to);
 * if (reader.enter()) {
 *   while (reader.next()) {
 *     // reader.keyFrom(), reader.type(); then enter(), skip() or nothing
 *   }
 * }
 * }</pre>
 *
 * <p>Damage ends the walk: {@link #next()} returns false and {@link #damaged()} true. A string that
 * is cut off counts as damage, too; what there is of it can be read.
 */
public final class JsonReader {
  private final JsonScanner scanner = new JsonScanner();
  private byte[] buffer = {};
  private int at;
  private int end;
  private long objects;
  private int depth;
  private boolean first;
  private boolean pending;
  private boolean damaged;
  private int keyFrom;
  private int keyTo;
  private int valueFrom;
  private int valueTo;

  /** Starts with nothing to read. */
  public JsonReader() {}

  /**
   * Reads another text.
   *
   * @param bytes holds it
   * @param from index of its first byte
   * @param to index behind its last byte
   */
  public void reset(byte[] bytes, int from, int to) {
    buffer = bytes;
    at = from;
    end = to;
    objects = 0;
    depth = 0;
    damaged = false;
    pending = true;
    skipBlanks();
  }

  /**
   * What the value under the cursor is.
   *
   * @return its type
   */
  public JsonType type() {
    return pending && at < end ? JsonType.of(buffer[at]) : JsonType.NONE;
  }

  /**
   * Steps into the object or array under the cursor, before its first member.
   *
   * @return false if the value is neither, or nested too deep
   */
  public boolean enter() {
    JsonType type = type();
    if ((type != JsonType.OBJECT && type != JsonType.ARRAY) || depth == JsonScanner.MAX_DEPTH) {
      return false;
    }
    objects = objects << 1 | (type == JsonType.OBJECT ? 1 : 0);
    depth++;
    at++;
    pending = false;
    first = true;
    return true;
  }

  /**
   * Goes to the next member of the object, or element of the array, that was entered last; passes
   * over the value under the cursor if nobody did.
   *
   * @return false behind the last one (the cursor has left the object or array then), and at damage
   */
  public boolean next() {
    if (pending) {
      skip();
    }
    if (damaged || depth == 0) {
      return false;
    }
    skipBlanks();
    boolean object = (objects & 1) != 0;
    if (at < end && buffer[at] == (object ? '}' : ']')) {
      at++;
      objects >>>= 1;
      depth--;
      first = false;
      return false;
    }
    if (!first && !take(',')) {
      return false;
    }
    first = false;
    if (object && !key()) {
      return false;
    }
    skipBlanks();
    pending = at < end;
    damaged = !pending;
    return pending;
  }

  private boolean key() {
    skipBlanks();
    if (!take('"')) {
      return false;
    }
    keyFrom = at;
    closeQuote();
    keyTo = at - 1;
    if (damaged) {
      return false;
    }
    skipBlanks();
    return take(':');
  }

  private boolean take(char expected) {
    if (at < end && buffer[at] == expected) {
      at++;
      return true;
    }
    damaged = true;
    return false;
  }

  /** Goes behind the quote that ends a string. */
  private void closeQuote() {
    int i = at;
    while (i < end && buffer[i] != '"') {
      i += buffer[i] == '\\' ? 2 : 1;
    }
    damaged = i >= end;
    at = damaged ? end + 1 : i + 1;
  }

  private void skipBlanks() {
    while (at < end && isBlank(buffer[at])) {
      at++;
    }
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /**
   * Passes over the value under the cursor. {@link #valueFrom()} and {@link #valueTo()} tell where
   * it was: a string without its quotes.
   *
   * @return false if it is damaged
   */
  public boolean skip() {
    JsonType type = type();
    pending = false;
    valueFrom = at;
    switch (type) {
      case STRING -> {
        valueFrom = ++at;
        closeQuote();
        valueTo = at - 1;
        at = Math.min(at, end);
      }
      case OBJECT, ARRAY -> {
        skipNested();
        valueTo = at;
      }
      case NUMBER, BOOLEAN, NULL -> {
        while (at < end && JsonScanner.isWord(buffer[at])) {
          at++;
        }
        valueTo = at;
      }
      case NONE -> {
        damaged = true;
        valueTo = at;
      }
    }
    return !damaged;
  }

  private void skipNested() {
    scanner.start();
    JsonScanner.Result result = scanner.feed(buffer, at, end);
    while (result == JsonScanner.Result.ARRAY) {
      result = scanner.feed(buffer, scanner.at(), end);
    }
    damaged = result != JsonScanner.Result.DONE;
    at = damaged ? end : scanner.at();
  }

  /** Passes over the rest of the object or array that was entered last. */
  public void leave() {
    int inside = depth;
    while (depth >= inside && !damaged) {
      next();
    }
  }

  /**
   * Whether the text is not JSON from some point on, or ends too early.
   *
   * @return true if so
   */
  public boolean damaged() {
    return damaged;
  }

  /**
   * Where the cursor is.
   *
   * @return index of the next byte to read
   */
  public int at() {
    return at;
  }

  /**
   * Where the key of the member starts, its escapes not taken off.
   *
   * @return index of its first byte
   */
  public int keyFrom() {
    return keyFrom;
  }

  /**
   * Where the key of the member ends.
   *
   * @return index behind its last byte
   */
  public int keyTo() {
    return keyTo;
  }

  /**
   * Where the value passed over last starts.
   *
   * @return index of its first byte
   */
  public int valueFrom() {
    return valueFrom;
  }

  /**
   * Where the value passed over last ends.
   *
   * @return index behind its last byte
   */
  public int valueTo() {
    return valueTo;
  }
}
