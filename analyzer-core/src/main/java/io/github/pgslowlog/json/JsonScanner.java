package io.github.pgslowlog.json;

/**
 * Finds the end of a JSON value whose bytes come in pieces.
 *
 * <p>Hot path: one look at each byte, a state in a few numbers, no stack but the bits of a long;
 * nesting over {@value #MAX_DEPTH} levels is damage. What stands in strings is not looked at beyond
 * its end: the server writes bytes of any encoding there.
 */
final class JsonScanner {
  /** Envelopes nest less than ten deep; one long holds the kind of each open bracket. */
  static final int MAX_DEPTH = 64;

  /** How a piece ended. */
  enum Result {
    /** The value ends in it; {@link #at()} is behind its last byte. */
    DONE,
    /** The value goes on in the next piece. */
    MORE,
    /** At {@link #at()} stands what cannot be there. */
    DAMAGED,
    /** A member of the outermost object is an array; {@link #at()} is behind its bracket. */
    ARRAY
  }

  private enum State {
    VALUE,
    VALUE_OR_END,
    KEY,
    KEY_OR_END,
    COLON,
    COMMA_OR_END,
    IN_KEY,
    IN_STRING,
    IN_WORD
  }

  private State state = State.VALUE;
  private boolean escaped;
  private long objects;
  private int depth;
  private int at;

  /** Expects a value. */
  void start() {
    state = State.VALUE;
    escaped = false;
    objects = 0;
    depth = 0;
  }

  /** Expects what follows a member of an object. */
  void startBehindMember() {
    start();
    depth = 1;
    objects = 1;
    state = State.COMMA_OR_END;
  }

  int at() {
    return at;
  }

  boolean inString() {
    return state == State.IN_STRING || state == State.IN_KEY;
  }

  /** Whether a key was read and its value was not. */
  boolean expectsMember() {
    return state == State.VALUE && inObject();
  }

  private boolean inObject() {
    return (objects & 1) != 0;
  }

  Result feed(byte[] bytes, int from, int to) {
    at = from;
    while (at < to) {
      switch (state) {
        case IN_KEY, IN_STRING -> string(bytes, to);
        case IN_WORD -> word(bytes, to);
        default -> {
          Result result = token(bytes[at]);
          if (result != Result.MORE) {
            return result;
          }
        }
      }
    }
    return Result.MORE;
  }

  private void string(byte[] bytes, int to) {
    for (int i = at; i < to; i++) {
      byte b = bytes[i];
      if (escaped) {
        escaped = false;
      } else if (b == '\\') {
        escaped = true;
      } else if (b == '"') {
        state = state == State.IN_KEY ? State.COLON : State.COMMA_OR_END;
        at = i + 1;
        return;
      }
    }
    at = to;
  }

  private void word(byte[] bytes, int to) {
    while (at < to && isWord(bytes[at])) {
      at++;
    }
    if (at < to) {
      state = State.COMMA_OR_END;
    }
  }

  /** Letters, digits and signs of numbers and of true, false and null. */
  static boolean isWord(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || b == '-'
        || b == '+'
        || b == '.'
        || b == 'E';
  }

  private Result token(byte b) {
    boolean fits =
        switch (b) {
          case ' ', '\t', '\r', '\n' -> true;
          case '"' -> quote();
          case '{' -> open(true);
          case '[' -> open(false);
          case '}' -> close(true);
          case ']' -> close(false);
          case ':' -> colon();
          case ',' -> comma();
          default -> startWord(b);
        };
    if (!fits) {
      return Result.DAMAGED;
    }
    at++;
    if (b == '[' && depth == 2 && (objects & 3) == 2) {
      return Result.ARRAY;
    }
    return depth == 0 && state == State.COMMA_OR_END ? Result.DONE : Result.MORE;
  }

  private boolean expectsValue() {
    return state == State.VALUE || state == State.VALUE_OR_END;
  }

  private boolean quote() {
    if (expectsValue()) {
      state = State.IN_STRING;
      return depth > 0;
    }
    boolean key = state == State.KEY || state == State.KEY_OR_END;
    state = State.IN_KEY;
    return key;
  }

  private boolean open(boolean object) {
    if (!expectsValue() || depth == MAX_DEPTH) {
      return false;
    }
    depth++;
    objects = objects << 1 | (object ? 1 : 0);
    state = object ? State.KEY_OR_END : State.VALUE_OR_END;
    return true;
  }

  private boolean close(boolean object) {
    boolean expected =
        state == State.COMMA_OR_END || state == (object ? State.KEY_OR_END : State.VALUE_OR_END);
    if (depth == 0 || !expected || inObject() != object) {
      return false;
    }
    depth--;
    objects >>>= 1;
    state = State.COMMA_OR_END;
    return true;
  }

  private boolean colon() {
    boolean expected = state == State.COLON;
    state = State.VALUE;
    return expected;
  }

  private boolean comma() {
    boolean expected = state == State.COMMA_OR_END;
    state = inObject() ? State.KEY : State.VALUE;
    return expected;
  }

  private boolean startWord(byte b) {
    boolean expected = expectsValue() && depth > 0 && isWord(b);
    state = State.IN_WORD;
    return expected;
  }
}
