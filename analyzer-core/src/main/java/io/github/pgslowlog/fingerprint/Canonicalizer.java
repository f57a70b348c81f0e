package io.github.pgslowlog.fingerprint;

import io.github.pgslowlog.bytes.Slice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * SQL bytes to canonical bytes, and those to a {@link Fingerprint}.
 *
 * <p>Values, with their sign, become one mark; parameters are values, too, and so is DEFAULT in a
 * row of VALUES where another row has a value. The lists of IN and ARRAY and the rows of VALUES
 * lose elements that repeat another, so that their length does not matter. Comments go, white space
 * becomes what a person would type, words fold to lower case, key words to capitals, quotes round
 * identifiers that need none go. An integer that stands alone in ORDER BY or GROUP BY names an
 * output column and stays. LIMIT ALL is no limit and differs from a number.
 *
 * <p>Hot path: one pass over the tokens into a reused buffer, folding by stepping back in it; no
 * allocation but the fingerprint; words travel as numbers of eight bytes. Mutable, for one thread.
 */
public final class Canonicalizer {
  /** Room for shorter statements is made at once. */
  private static final int RESERVED_BYTES = 64 << 10;

  private static final int INITIAL_BYTES = 1024;

  /** A larger buffer is not kept for the next statement: few statements need it. */
  private static final int KEPT_BYTES = 1 << 20;

  /** A token may write so many bytes more than it has: signs, spaces, and the rest of eight. */
  private static final int ROOM = 32;

  // What the last written token was, as far as the next one cares.
  /** No space follows. */
  private static final int GLUED = 1;

  /** A value may follow, so that a sign belongs to it and NULL is one. */
  private static final int BEFORE_VALUE = 2;

  private static final int NOTHING = 4 | GLUED;
  private static final int OPEN = 8 | GLUED | BEFORE_VALUE;
  private static final int JOINT = 12 | GLUED;
  private static final int COMMA = 16 | BEFORE_VALUE;
  private static final int WORD = 20;
  private static final int KEYWORD = 24;
  private static final int VALUE = 28;
  private static final int CLOSE = 32;
  private static final int OPERATOR = 36 | BEFORE_VALUE;
  private static final int SEMICOLON = 40 | BEFORE_VALUE;

  private static final long FIRST = EightBytes.of("first");
  private static final long LAST = EightBytes.of("last");
  private static final long NEXT = EightBytes.of("next");
  private static final long ROW = EightBytes.of("row");
  private static final long ROWS = EightBytes.of("rows");
  private static final long SAVEPOINT_HEAD = EightBytes.of("savepoint");
  private static final long TRANSACTION_HEAD = EightBytes.of("transaction");
  private static final long PREPARE = EightBytes.of("prepare");

  private final SqlScanner scanner = new SqlScanner();
  private final @Nullable ValueRecorder recorder;
  private final ListFolder lists;
  private final SortKeys sortKeys = new SortKeys();
  private byte[] sql = new byte[0];
  private byte[] out = new byte[INITIAL_BYTES];
  private int length;

  /** Whether there may be no room for the next token. */
  private boolean grows;

  private int last = NOTHING;

  /** The key word written last, or END. */
  private Keyword lastKeyword = Keyword.END;

  private long lastWord;
  private boolean tableOfInsert;
  private boolean objectWords;
  private boolean distinctOn;

  /** Whether a name may follow that lives as long as a session or a transaction. */
  private boolean sessionCommand;

  private byte sign;
  private int ordinal;
  private int ordinalStart;
  private boolean semicolons;

  /** Whether a sign, an ordinal or a semicolon waits for what follows. */
  private boolean pending;

  /** Starts without a statement. */
  public Canonicalizer() {
    this(null);
  }

  /** One that tells which values it masks. */
  Canonicalizer(@Nullable ValueRecorder recorder) {
    this.recorder = recorder;
    lists = new ListFolder(recorder);
  }

  /**
   * Reads a statement; what was read before is forgotten.
   *
   * @param statement its bytes
   * @return its fingerprint
   */
  public Fingerprint read(Slice statement) {
    sql = statement.array();
    scanner.reset(sql, statement.from(), statement.to());
    start(statement.length());
    while (true) {
      TokenKind kind = scanner.nextSolid();
      if (kind == TokenKind.END) {
        break;
      }
      accept(kind);
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

  /** Whether the statement read last has a block comment. */
  boolean hasBlockComment() {
    return scanner.hasBlockComment();
  }

  /** A byte of the canonical form of the statement read last. */
  byte canonicalByte(int index) {
    return out[index];
  }

  /** No token becomes longer, and each gets one space at most; lists of large ones fold. */
  private void start(int bytes) {
    if (out.length > KEPT_BYTES) {
      out = new byte[INITIAL_BYTES];
    }
    length = 0;
    grows = bytes > RESERVED_BYTES;
    if (!grows) {
      reserve(2 * bytes);
    }
    last = NOTHING;
    lastKeyword = Keyword.END;
    lastWord = 0;
    tableOfInsert = false;
    objectWords = false;
    distinctOn = false;
    sessionCommand = false;
    sign = 0;
    ordinalStart = -1;
    semicolons = false;
    pending = false;
    lists.start();
    sortKeys.start();
  }

  private void accept(TokenKind kind) {
    int from = scanner.start();
    int to = scanner.end();
    if (grows) {
      reserve(to - from);
    }
    if (pending) {
      settle(kind, from);
    }
    if (kind == TokenKind.PUNCTUATION) {
      punctuation(from, to);
      return;
    }
    if (lists.inRows) {
      lists.endRows();
    }
    if (kind == TokenKind.WORD) {
      word(from, to);
    } else if (kind == TokenKind.QUOTED_IDENTIFIER) {
      quotedIdentifier(from, to);
    } else if (kind == TokenKind.NUMBER) {
      number(from, to);
    } else if (kind == TokenKind.STRING || kind == TokenKind.PARAMETER) {
      sessionCommand = sessionCommand && !isSessionName(0);
      value(CanonicalSql.VALUE, kind, from, to);
    } else {
      operator(from, to);
    }
  }

  /** The next token tells what became of the one before. */
  private void settle(TokenKind kind, int from) {
    if (sign != 0 && kind != TokenKind.NUMBER) {
      flushSign();
    }
    if (ordinalStart >= 0) {
      settleOrdinal(kind, from);
    }
    boolean another = kind == TokenKind.PUNCTUATION && sql[from] == ';';
    if (semicolons && !another) {
      flushSemicolons();
    }
    pending = another && semicolons || sign != 0;
  }

  // --- values

  private void value(byte mark, TokenKind kind, int from, int to) {
    spaceBefore(false);
    if (recorder != null) {
      recorder.value(length, mark, kind, from, to, sign == '-');
    }
    out[length++] = mark;
    last = VALUE;
    tableOfInsert = false;
  }

  private void number(int from, int to) {
    boolean isOrdinal = sortKeys.here && sign == 0 && startsSortKey() && isInteger(from, to);
    if (!isOrdinal) {
      value(CanonicalSql.VALUE, TokenKind.NUMBER, from, to);
      sign = 0;
      return;
    }
    spaceBefore(false);
    ordinal = from;
    ordinalStart = length;
    pending = true;
    copy(from, to);
    last = WORD;
    lastWord = 0;
  }

  private boolean startsSortKey() {
    return last == COMMA
        || last == OPEN
        || (last & ~BEFORE_VALUE) == KEYWORD
            && (lastKeyword == Keyword.BY
                || lastKeyword == Keyword.DISTINCT
                || lastKeyword == Keyword.ALL);
  }

  /** An integer at the start of a sort key is a value after all if the key goes on. */
  private void settleOrdinal(TokenKind next, int from) {
    boolean keyEnds =
        next == TokenKind.WORD
            || next == TokenKind.PUNCTUATION
                && (sql[from] == ',' || sql[from] == ')' || sql[from] == ';');
    if (!keyEnds) {
      if (recorder != null) {
        int digits = length - ordinalStart;
        recorder.value(
            ordinalStart, CanonicalSql.VALUE, TokenKind.NUMBER, ordinal, ordinal + digits, false);
      }
      length = ordinalStart;
      out[length++] = CanonicalSql.VALUE;
      last = VALUE;
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

  private void flushSign() {
    if (sign != 0) {
      byte operator = sign;
      sign = 0;
      spaceBefore(false);
      out[length++] = operator;
      last = OPERATOR;
    }
  }

  // --- words

  private void word(int from, int to) {
    long head = scanner.wordHead();
    long rest = to - from > 8 ? EightBytes.lowerCase(EightBytes.at(sql, from + 8, to)) : 0;
    Keyword keyword = last == JOINT ? null : Keyword.of(head, rest);
    if (keyword != null && (!keyword.isPlaceBound() || isKeyword(keyword))) {
      keyword(keyword, from, to);
      return;
    }
    boolean savepoint = sessionCommand && isBeforeSessionName(head);
    if (sessionCommand && !savepoint && isSessionName(head)) {
      sessionName(from, to);
      return;
    }
    boolean clauseWord = savepoint || isClauseWord(head);
    spaceBefore(false);
    EightBytes.put(out, length, head);
    if (to - from > 8) {
      EightBytes.put(out, length + 8, rest);
      for (int i = 16; i < to - from; i += 8) {
        EightBytes.put(out, length + i, EightBytes.lowerCase(EightBytes.at(sql, from + i, to)));
      }
    }
    if (clauseWord) {
      upperCase(length, length + to - from);
      lastKeyword = savepoint ? Keyword.SAVEPOINT : Keyword.FETCH;
      last = KEYWORD | BEFORE_VALUE;
    } else {
      lastWord = head;
      last = WORD;
    }
    length += to - from;
    objectWords = false;
  }

  /** Whether a word that may be a key word is one in its place. */
  private boolean isKeyword(Keyword keyword) {
    if (keyword.isFirstWord()) {
      return last == NOTHING || last == SEMICOLON;
    }
    return keyword.isObjectWord() ? objectWords : !keyword.isPlaceBound();
  }

  /** {@code RELEASE SAVEPOINT a}, {@code DEALLOCATE PREPARE a}. */
  private boolean isBeforeSessionName(long word) {
    return (last & ~BEFORE_VALUE) == KEYWORD && (word == SAVEPOINT_HEAD || word == PREPARE);
  }

  /**
   * Whether a word names a savepoint, a cursor or a prepared statement. Drivers number them, so
   * that each would be a pattern of its own.
   */
  private boolean isSessionName(long word) {
    if ((last & ~BEFORE_VALUE) != KEYWORD || word == TRANSACTION_HEAD) {
      return false;
    }
    return switch (lastKeyword) {
      case CLOSE, DEALLOCATE, DECLARE, FROM, IN, PREPARE, RELEASE, SAVEPOINT, TO -> true;
      default -> false;
    };
  }

  private void sessionName(int from, int to) {
    value(CanonicalSql.VALUE, TokenKind.QUOTED_IDENTIFIER, from, to);
    sessionCommand = false;
  }

  /** Words that are part of a clause in one place only, as in FETCH FIRST $1 ROWS. */
  private boolean isClauseWord(long word) {
    if (last == VALUE) {
      return word == ROWS || word == ROW;
    }
    return (last & ~BEFORE_VALUE) == KEYWORD
        && (lastKeyword == Keyword.FETCH || lastKeyword == Keyword.NULLS)
        && (word == FIRST || word == LAST || word == NEXT);
  }

  private void upperCase(int from, int to) {
    for (int i = from; i < to; i++) {
      if (out[i] >= 'a' && out[i] <= 'z') {
        out[i] = (byte) (out[i] - 32);
      }
    }
  }

  private void keyword(Keyword keyword, int from, int to) {
    if ((last & BEFORE_VALUE) != 0 && isConstant(keyword)) {
      byte mark = keyword == Keyword.DEFAULT ? CanonicalSql.DEFAULT : CanonicalSql.VALUE;
      value(mark, TokenKind.WORD, from, to);
      return;
    }
    boolean opensQuery =
        keyword == Keyword.SELECT
            || keyword == Keyword.WITH
            || keyword == Keyword.VALUES
            || keyword == Keyword.TABLE;
    if (opensQuery && last == OPEN && lists.is(ListFolder.Kind.ELEMENTS)) {
      lists.become(ListFolder.Kind.NONE);
    }
    int before = last;
    if (before == NOTHING || before == SEMICOLON) {
      sessionCommand = keyword.isSessionCommand();
    }
    spaceBefore(false);
    EightBytes.put(out, length, keyword.upperHead());
    if (to - from > 8) {
      EightBytes.put(out, length + 8, keyword.upperRest());
    }
    length += to - from;
    if (keyword.hasRule()) {
      applyRule(keyword, before);
    }
    tableOfInsert = keyword == Keyword.INTO;
    last = keyword.isBeforeValue() ? KEYWORD | BEFORE_VALUE : KEYWORD;
    lastKeyword = keyword;
  }

  private void applyRule(Keyword keyword, int before) {
    if (keyword == Keyword.CREATE || keyword == Keyword.ALTER || keyword == Keyword.DROP) {
      objectWords = before == NOTHING || before == SEMICOLON;
    } else if (keyword == Keyword.VALUES) {
      lists.become(ListFolder.Kind.ROWS);
    } else if (keyword == Keyword.ON) {
      distinctOn = before == (KEYWORD | BEFORE_VALUE) && lastKeyword == Keyword.DISTINCT;
    } else {
      sortKeys.keyword(keyword, lastKeyword);
    }
  }

  private boolean isConstant(Keyword keyword) {
    return keyword == Keyword.NULL
        || keyword == Keyword.TRUE
        || keyword == Keyword.FALSE
        || keyword == Keyword.DEFAULT && (last == OPEN || last == COMMA) && lists.isInRow();
  }

  private void quotedIdentifier(int from, int to) {
    if (sessionCommand && isSessionName(0)) {
      sessionName(from, to);
      return;
    }
    boolean plain = sql[from] == '"' && needsNoQuotes(from + 1, to - 1);
    spaceBefore(false);
    if (plain) {
      for (int i = from + 1; i < to - 1; i += 8) {
        EightBytes.put(out, length + i - from - 1, EightBytes.at(sql, i, to - 1));
      }
      length += to - from - 2;
    } else {
      copy(from, to);
    }
    last = WORD;
    lastWord = 0;
    objectWords = false;
  }

  /** Whether an identifier means the same without quotes. */
  private boolean needsNoQuotes(int from, int to) {
    if (from >= to || sql[to] != '"' || sql[from] >= '0' && sql[from] <= '9') {
      return false;
    }
    long head = EightBytes.at(sql, from, to);
    for (int i = from; i < to; i += 8) {
      long plain = EightBytes.plainParts(EightBytes.at(sql, i, to));
      if (plain != EightBytes.first(EightBytes.ALL, to - i)) {
        return false;
      }
    }
    long rest = to - from > 8 ? EightBytes.at(sql, from + 8, to) : 0;
    Keyword keyword = Keyword.of(head, rest);
    boolean reserved = keyword != null && (keyword.isReserved() || isKeyword(keyword));
    return !reserved && !isClauseWord(head);
  }

  // --- operators and punctuation

  private void operator(int from, int to) {
    byte first = sql[from];
    if (to - from == 1 && (first == '-' || first == '+') && (last & BEFORE_VALUE) != 0) {
      sign = first;
      pending = true;
      return;
    }
    spaceBefore(false);
    if (to - from == 1 && first > CanonicalSql.LAST_MARK) {
      out[length++] = first;
    } else if (first == '!' && to - from == 2 && sql[from + 1] == '=') {
      // The server's lexer takes != for <>.
      out[length++] = '<';
      out[length++] = '>';
    } else {
      copy(from, to);
    }
    last = OPERATOR;
  }

  private void punctuation(int from, int to) {
    byte first = sql[from];
    switch (first) {
      case '.' -> dots(from, to);
      case ',' -> comma();
      case '(', '[' -> open(first);
      case ')', ']' -> close(first);
      case ';' -> {
        semicolons = true;
        pending = true;
      }
      default -> joint(from, to);
    }
  }

  private void joint(int from, int to) {
    partJoints();
    boolean cast = to - from == 2 && sql[from + 1] == ':';
    spaceBefore(cast && last != OPERATOR);
    copy(from, to);
    last = cast ? JOINT : OPERATOR;
  }

  /** Dots and colons in a row are no SQL; joined they would read as other tokens. */
  private void partJoints() {
    if (last == JOINT || length > 0 && out[length - 1] == CanonicalSql.LIST) {
      last = OPERATOR;
    }
  }

  /** Every third word of a statement of an ORM is a column behind its alias. */
  private void nameBehindDot() {
    TokenKind kind = scanner.next();
    int from = scanner.start();
    int to = scanner.end();
    if (kind != TokenKind.WORD && kind != TokenKind.QUOTED_IDENTIFIER) {
      scanner.stepBack();
      return;
    }
    if (grows) {
      reserve(to - from);
    }
    if (kind == TokenKind.WORD) {
      name(scanner.wordHead(), from, to);
    } else {
      quotedIdentifier(from, to);
    }
  }

  /** {@code ...} stands for a list in canonical text. */
  private void dots(int from, int to) {
    if (last == WORD && to - from == 1) {
      out[length++] = '.';
      last = JOINT;
      nameBehindDot();
      return;
    }
    partJoints();
    if (to - from == 2) {
      TokenKind next = scanner.next();
      if (next == TokenKind.PUNCTUATION && sql[scanner.start()] == '.') {
        value(CanonicalSql.LIST, TokenKind.PUNCTUATION, from, to);
        return;
      }
      scanner.stepBack();
    }
    spaceBefore(last != OPERATOR);
    copy(from, to);
    last = JOINT;
  }

  private void open(byte bracket) {
    boolean afterKeyword = (last & ~BEFORE_VALUE) == KEYWORD;
    boolean elements =
        bracket == '('
            ? afterKeyword && lastKeyword == Keyword.IN
            : afterKeyword && lastKeyword == Keyword.ARRAY
                || (last == OPEN || last == COMMA) && lists.is(ListFolder.Kind.ELEMENTS);
    boolean joined =
        bracket == '['
            ? last != OPERATOR && last != COMMA && last != SEMICOLON
            : last == WORD && !tableOfInsert;
    boolean behindOn = last == (KEYWORD | BEFORE_VALUE) && lastKeyword == Keyword.ON;
    boolean goOn =
        bracket == '(' && (sortKeys.here ? goesOnWithSortKeys() : behindOn && distinctOn);
    spaceBefore(joined);
    out[length++] = bracket;
    last = OPEN;
    tableOfInsert = false;
    lists.open(elements ? ListFolder.Kind.ELEMENTS : ListFolder.Kind.NONE);
    sortKeys.open(goOn);
  }

  private boolean goesOnWithSortKeys() {
    return last == WORD ? SortKeys.goOnBehind(lastWord) : startsSortKey();
  }

  private void close(byte bracket) {
    length = lists.beforeClose(out, length);
    out[length++] = bracket;
    last = CLOSE;
    length = lists.afterClose(out, length);
    sortKeys.close();
  }

  private void comma() {
    length = lists.comma(out, length);
    out[length++] = ',';
    last = COMMA;
    tableOfInsert = false;
  }

  private void flushSemicolons() {
    semicolons = false;
    if (length > 0) {
      out[length++] = ';';
      last = SEMICOLON;
      lastKeyword = Keyword.END;
      objectWords = false;
      lists.become(ListFolder.Kind.NONE);
      sortKeys.command();
    }
  }

  // --- writing

  private void reserve(int bytes) {
    if (length + bytes + ROOM > out.length) {
      out = Arrays.copyOf(out, Math.max(length + bytes + ROOM, 2 * out.length));
    }
  }

  /** A name behind what it is joined to, in lower case. */
  private void name(long head, int from, int to) {
    EightBytes.put(out, length, head);
    for (int i = 8; i < to - from; i += 8) {
      EightBytes.put(out, length + i, EightBytes.lowerCase(EightBytes.at(sql, from + i, to)));
    }
    length += to - from;
    lastWord = head;
    last = WORD;
  }

  private void spaceBefore(boolean joined) {
    out[length] = ' ';
    length += joined ? 0 : ~last & GLUED;
    if (lists.awaitsElement) {
      lists.elementStarts(length);
    }
  }

  /** Control characters that would read as marks become question marks. */
  private void copy(int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = sql[i];
      out[length++] = b > 0 && b <= CanonicalSql.LAST_MARK ? (byte) '?' : b;
    }
  }
}
