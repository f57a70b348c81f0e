package io.github.pgslowlog.json;

/** What a JSON value is, told by its first byte. */
public enum JsonType {
  /** Members in braces. */
  OBJECT,
  /** Elements in brackets. */
  ARRAY,
  /** Text in quotes. */
  STRING,
  /** A number, kept as its bytes: a query id needs all 64 bits. */
  NUMBER,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** {@code null}. */
  NULL,
  /** No value is there, or none that JSON knows. */
  NONE;

  static JsonType of(byte first) {
    return switch (first) {
      case '{' -> OBJECT;
      case '[' -> ARRAY;
      case '"' -> STRING;
      case 't', 'f' -> BOOLEAN;
      case 'n' -> NULL;
      default -> first == '-' || (first >= '0' && first <= '9') ? NUMBER : NONE;
    };
  }
}
