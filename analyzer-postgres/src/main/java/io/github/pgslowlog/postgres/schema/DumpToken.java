package io.github.pgslowlog.postgres.schema;

/**
 * A piece of a statement of a dump.
 *
 * @param kind what it is
 * @param text a word in lower case; a name or string without quotes and escapes; else as written
 * @param start index of its first letter
 * @param end index behind its last letter
 * @param depth number of parentheses that are open around it
 */
record DumpToken(Kind kind, String text, int start, int end, int depth) {
  /** What a piece is. */
  enum Kind {
    WORD,
    NAME,
    STRING,
    NUMBER,
    SYMBOL
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.charAt(0) == symbol;
  }

  /** Whether it can name something. */
  boolean isName() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }
}
