package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.Slice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * SQL bytes to canonical bytes, and those to a {@link Fingerprint}.
 *
 * <p>Values, with their sign, become one mark; parameters are values, too. The lists of IN and
 * ARRAY and the rows of VALUES lose elements that repeat the one before, so that their length does
 * not matter. Comments go, white space becomes what a person would type, words fold to lower case,
 * key words to capitals, quotes round identifiers that need none go. An integer that stands alone
 * in ORDER BY or GROUP BY names an output column and stays.
 *
 * <p>Hot path: one pass over the tokens into a reused buffer, folding by stepping back in it; no
 * allocation but the fingerprint. Mutable, for one thread.
 */
public final class Canonicalizer {
  private static final int MAX_DEPTH = 256;
  private static final int INITIAL_BYTES = 1024;

  /** A larger buffer is not kept for the next statement: few statements need it. */
  private static final int KEPT_BYTES = 1 << 20;

  /** What the last written token was, as far as the next one cares. */
  private enum Last {
    NOTHING,
    OPEN,
    JOINT,
    COMMA,
    WORD,
    KEYWORD,
    VALUE,
    CLOSE,
    OPERATOR
  }

  /** Whether elements that repeat fold. */
  private enum ListKind {
    NONE,
    /** Between the parentheses of IN or the brackets of ARRAY. */
    ELEMENTS,
    /** Behind VALUES, at the depth of the word. */
    ROWS
  }

  private final SqlScanner scanner = new SqlScanner();
  private byte[] sql = new byte[0];
  private byte[] out = new byte[INITIAL_BYTES];
  private int length;

  private Last last = Last.NOTHING;
  private @Nullable Keyword lastKeyword;
  private boolean tableOfInsert;
  private int sign;
  private int ordinalStart;
  private int semicolons;

  private int depth;
  private final ListKind[] lists = new ListKind[MAX_DEPTH];
  private final int[] elementStart = new int[MAX_DEPTH];
  private final int[] keptStart = new int[MAX_DEPTH];
  private final int[] keptEnd = new int[MAX_DEPTH];
  private final boolean[] elementOpen = new boolean[MAX_DEPTH];
  private final boolean[] sortList = new boolean[MAX_DEPTH];

  /** Starts without a statement. */
  public Canonicalizer() {}

  /**
   * Reads a statement; what was read before is forgotten.
   *
   * @param statement its bytes
   * @return its fingerprint
   */
  public Fingerprint read(Slice statement) {
    sql = statement.array();
    scanner.reset(sql, statement.from(), statement.to());
    start();
    for (TokenKind kind = scanner.next(); kind != TokenKind.END; kind = scanner.next()) {
      if (kind != TokenKind.WHITE_SPACE && kind != TokenKind.COMMENT) {
        accept(kind);
      }
    }
    flushSign();
    return Murmur3.hash(out, length);
  }

  /**
   * The statement read last.
   *
   * @param fingerprint what {@link #read} returned for it
   * @return its canonical text
   */
  public CanonicalSql canonical(Fingerprint fingerprint) {
    return CanonicalSql.of(fingerprint, out, length);
  }

  private void start() {
    if (out.length > KEPT_BYTES) {
      out = new byte[INITIAL_BYTES];
    }
    length = 0;
    depth = 0;
    last = Last.NOTHING;
    lastKeyword = null;
    tableOfInsert = false;
    sign = 0;
    ordinalStart = -1;
    semicolons = 0;
    enter(ListKind.NONE);
  }

  private void enter(ListKind kind) {
    if (depth < MAX_DEPTH) {
      lists[depth] = kind;
      keptEnd[depth] = -1;
      elementOpen[depth] = false;
      sortList[depth] = false;
    }
  }

  private boolean isList(ListKind kind) {
    return depth < MAX_DEPTH && lists[depth] == kind;
  }

  private void accept(TokenKind kind) {
    int from = scanner.start();
    int to = scanner.end();
    if (sign != 0 && kind != TokenKind.NUMBER) {
      flushSign();
    }
    if (ordinalStart >= 0) {
      settleOrdinal(kind, from);
    }
    if (kind == TokenKind.PUNCTUATION) {
      punctuation(from, to);
      return;
    }
    flushSemicolons();
    if (isList(ListKind.ROWS)) {
      lists[depth] = ListKind.NONE;
    }
    switch (kind) {
      case STRING, PARAMETER -> value(CanonicalSql.VALUE);
      case NUMBER -> number(from, to);
      case WORD -> word(from, to);
      case QUOTED_IDENTIFIER -> quotedIdentifier(from, to);
      default -> operator(from, to);
    }
  }

  // --- values

  private void value(byte mark) {
    spaceBefore(false);
    reserve(1);
    out[length++] = mark;
    last = Last.VALUE;
    tableOfInsert = false;
  }

  private void number(int from, int to) {
    boolean ordinal =
        depth < MAX_DEPTH
            && sortList[depth]
            && sign == 0
            && (last == Last.COMMA || lastKeyword == Keyword.BY && last == Last.KEYWORD)
            && isInteger(from, to);
    sign = 0;
    if (!ordinal) {
      value(CanonicalSql.VALUE);
      return;
    }
    spaceBefore(false);
    ordinalStart = length;
    copy(sql, from, to);
    last = Last.WORD;
  }

  /** An integer at the start of a sort key is a value after all if the key goes on. */
  private void settleOrdinal(TokenKind next, int from) {
    boolean keyEnds =
        next == TokenKind.WORD
            || next == TokenKind.PUNCTUATION
                && (sql[from] == ',' || sql[from] == ')' || sql[from] == ';');
    if (!keyEnds) {
      length = ordinalStart;
      out[length++] = CanonicalSql.VALUE;
      last = Last.VALUE;
    }
    ordinalStart = -1;
  }

  private boolean isInteger(int from, int to) {
    for (int i = from; i < to; i++) {
      if (sql[i] < '0' || sql[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /** Whether a value may come next, so that a sign belongs to it and NULL is one. */
  private boolean expectsValue() {
    return switch (last) {
      case OPEN, COMMA, OPERATOR -> true;
      case KEYWORD -> lastKeyword != null && lastKeyword.isBeforeValue();
      default -> false;
    };
  }

  private void flushSign() {
    if (sign != 0) {
      spaceBefore(false);
      reserve(1);
      out[length++] = (byte) sign;
      last = Last.OPERATOR;
      sign = 0;
    }
  }

  // --- words

  private void word(int from, int to) {
    boolean joined = last == Last.JOINT;
    spaceBefore(false);
    int start = length;
    reserve(to - from);
    for (int i = from; i < to; i++) {
      byte b = sql[i];
      out[length++] = b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }
    Keyword keyword = joined ? null : Keyword.of(out, start, length);
    if (keyword == null) {
      identifier(start);
    } else {
      keyword(keyword, start);
    }
  }

  private void identifier(int start) {
    if (isClauseWord(start)) {
      upperCase(start);
      last = Last.KEYWORD;
      lastKeyword = Keyword.FETCH;
      return;
    }
    last = Last.WORD;
  }

  /** Words that are part of a clause in one place only, as in FETCH FIRST $1 ROWS. */
  private boolean isClauseWord(int start) {
    return last == Last.KEYWORD
            && (lastKeyword == Keyword.FETCH || lastKeyword == Keyword.NULLS)
            && (spells(start, "first") || spells(start, "last") || spells(start, "next"))
        || last == Last.VALUE && (spells(start, "rows") || spells(start, "row"));
  }

  private void upperCase(int start) {
    for (int i = start; i < length; i++) {
      if (out[i] >= 'a' && out[i] <= 'z') {
        out[i] = (byte) (out[i] - 32);
      }
    }
  }

  private boolean spells(int start, String word) {
    if (length - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (out[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void keyword(Keyword keyword, int start) {
    boolean constant =
        keyword == Keyword.NULL || keyword == Keyword.TRUE || keyword == Keyword.FALSE;
    if (constant && expectsValue()) {
      length = start;
      out[length++] = CanonicalSql.VALUE;
      last = Last.VALUE;
      tableOfInsert = false;
      return;
    }
    System.arraycopy(keyword.upper(), 0, out, start, length - start);
    boolean opensQuery = keyword == Keyword.SELECT || keyword == Keyword.WITH;
    if (last == Last.OPEN
        && (opensQuery || keyword == Keyword.VALUES || keyword == Keyword.TABLE)
        && isList(ListKind.ELEMENTS)) {
      lists[depth] = ListKind.NONE;
    }
    if (depth < MAX_DEPTH) {
      if (keyword == Keyword.VALUES) {
        lists[depth] = ListKind.ROWS;
        keptEnd[depth] = -1;
        elementOpen[depth] = false;
      }
      if (keyword == Keyword.BY) {
        sortList[depth] = lastKeyword == Keyword.ORDER || lastKeyword == Keyword.GROUP;
      } else if (keyword.endsSortList()) {
        sortList[depth] = false;
      }
    }
    tableOfInsert = keyword == Keyword.INTO;
    last = Last.KEYWORD;
    lastKeyword = keyword;
  }

  private void quotedIdentifier(int from, int to) {
    spaceBefore(false);
    int start = length;
    if (sql[from] == '"' && isPlain(from + 1, to - 1)) {
      copy(sql, from + 1, to - 1);
      if (Keyword.of(out, start, length) != null || isClauseWord(start)) {
        length = start;
        copy(sql, from, to);
      }
    } else {
      copy(sql, from, to);
    }
    last = Last.WORD;
  }

  /** Whether an identifier means the same without quotes, key words aside. */
  private boolean isPlain(int from, int to) {
    if (from >= to || sql[to] != '"' || sql[from] >= '0' && sql[from] <= '9') {
      return false;
    }
    for (int i = from; i < to; i++) {
      byte b = sql[i];
      if (b != '_' && (b < 'a' || b > 'z') && (b < '0' || b > '9')) {
        return false;
      }
    }
    return true;
  }

  // --- operators and punctuation

  private void operator(int from, int to) {
    byte first = sql[from];
    if (to - from == 1 && (first == '-' || first == '+') && expectsValue()) {
      sign = first;
      return;
    }
    spaceBefore(false);
    copy(sql, from, to);
    last = Last.OPERATOR;
  }

  private void punctuation(int from, int to) {
    byte first = sql[from];
    if (first == ';') {
      semicolons++;
      return;
    }
    flushSemicolons();
    switch (first) {
      case '(', '[' -> open(first);
      case ')', ']' -> close(first);
      case ',' -> comma();
      case '.' -> dots(from, to);
      default -> joint(from, to);
    }
  }

  private void joint(int from, int to) {
    partJoints();
    boolean cast = to - from == 2 && sql[from + 1] == ':';
    spaceBefore(cast && last != Last.OPERATOR);
    copy(sql, from, to);
    last = cast ? Last.JOINT : Last.OPERATOR;
  }

  /** Dots and colons in a row are no SQL; joined they would read as other tokens. */
  private void partJoints() {
    if (last == Last.JOINT || length > 0 && out[length - 1] == CanonicalSql.LIST) {
      last = Last.OPERATOR;
    }
  }

  /** {@code ...} stands for a list in canonical text. */
  private void dots(int from, int to) {
    partJoints();
    if (to - from == 2) {
      TokenKind next = scanner.next();
      if (next == TokenKind.PUNCTUATION && sql[scanner.start()] == '.') {
        value(CanonicalSql.LIST);
        return;
      }
      scanner.stepBack();
    }
    spaceBefore(last != Last.OPERATOR);
    copy(sql, from, to);
    last = Last.JOINT;
  }

  private void open(byte bracket) {
    boolean afterIn = last == Last.KEYWORD && lastKeyword == Keyword.IN;
    boolean array =
        bracket == '['
            && (last == Last.KEYWORD && lastKeyword == Keyword.ARRAY
                || isList(ListKind.ELEMENTS) && (last == Last.OPEN || last == Last.COMMA));
    boolean joined =
        bracket == '['
            ? last != Last.OPERATOR && last != Last.COMMA
            : last == Last.WORD && !tableOfInsert;
    spaceBefore(joined);
    reserve(1);
    out[length++] = bracket;
    last = Last.OPEN;
    tableOfInsert = false;
    depth++;
    enter(bracket == '(' && afterIn || array ? ListKind.ELEMENTS : ListKind.NONE);
  }

  private void close(byte bracket) {
    if (isList(ListKind.ELEMENTS)) {
      foldElement();
      if (keptEnd[depth] - keptStart[depth] == 1
          && length == keptEnd[depth]
          && out[keptStart[depth] - 1] != ' '
          && out[keptStart[depth]] == CanonicalSql.VALUE) {
        out[keptStart[depth]] = CanonicalSql.LIST;
      }
    }
    reserve(1);
    out[length++] = bracket;
    last = Last.CLOSE;
    depth = Math.max(0, depth - 1);
    if (isList(ListKind.ROWS) && elementOpen[depth]) {
      foldElement();
    }
  }

  private void comma() {
    if (isList(ListKind.ELEMENTS)) {
      foldElement();
    }
    reserve(1);
    out[length++] = ',';
    last = Last.COMMA;
    tableOfInsert = false;
  }

  /** Ends an element: it goes if it repeats the one kept before. */
  private void foldElement() {
    if (!elementOpen[depth]) {
      return;
    }
    elementOpen[depth] = false;
    int start = elementStart[depth];
    boolean repeats =
        keptEnd[depth] >= 0
            && Arrays.equals(out, keptStart[depth], keptEnd[depth], out, start, length);
    if (repeats) {
      length = keptEnd[depth];
    } else {
      keptStart[depth] = start;
      keptEnd[depth] = length;
    }
  }

  private void flushSemicolons() {
    if (semicolons > 0 && length > 0) {
      reserve(1);
      out[length++] = ';';
      last = Last.COMMA;
      lastKeyword = null;
      enter(ListKind.NONE);
    }
    semicolons = 0;
  }

  // --- writing

  private void spaceBefore(boolean joined) {
    boolean space = !joined && last != Last.NOTHING && last != Last.OPEN && last != Last.JOINT;
    if (space) {
      reserve(1);
      out[length++] = ' ';
    }
    if (depth < MAX_DEPTH && lists[depth] != ListKind.NONE && !elementOpen[depth]) {
      elementOpen[depth] = true;
      elementStart[depth] = length;
    }
  }

  /** Control characters that would read as marks become question marks. */
  private void copy(byte[] source, int from, int to) {
    reserve(to - from);
    for (int i = from; i < to; i++) {
      byte b = source[i];
      out[length++] = b == CanonicalSql.VALUE || b == CanonicalSql.LIST ? (byte) '?' : b;
    }
  }

  private void reserve(int count) {
    if (length + count > out.length) {
      out = Arrays.copyOf(out, Math.max(length + count, 2 * out.length));
    }
  }
}
