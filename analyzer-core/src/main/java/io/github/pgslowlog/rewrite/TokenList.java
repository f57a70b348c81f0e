package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of a text: a doubly linked ring, so that every change takes constant time.
 *
 * <p>Mutable, for one thread.
 */
final class TokenList {
  /** The type of the token behind the last. */
  static final int END = Token.EOF;

  /** The mark of a folded list, in place of its dots. */
  static final int LIST = PostgresLexer.DOT_DOT;

  /** A character that the lexer takes as a letter of a name; it knows no others beyond it. */
  private static final char LAST_LETTER = '\u00ff';

  private int lists;
  private final SqlToken end = new SqlToken(END, "");

  private TokenList() {}

  /** The tokens of canonical text, its brackets matched. */
  static TokenList of(String canonical) {
    TokenList list = new TokenList();
    PostgresLexer lexer = new PostgresLexer(CharStreams.fromString(narrow(canonical)));
    lexer.removeErrorListeners();
    for (Token token = lexer.nextToken(); token.getType() != END; token = lexer.nextToken()) {
      list.append(token, canonical);
    }
    list.matchBrackets();
    return list;
  }

  private static String narrow(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LAST_LETTER) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] > LAST_LETTER) {
        characters[i] = LAST_LETTER;
      }
    }
    return new String(characters);
  }

  private void append(Token token, String canonical) {
    int type = token.getType();
    if (type == PostgresLexer.WHITE_SPACE
        || type == PostgresLexer.LINE_COMMENT
        || type == PostgresLexer.BLOCK_COMMENT) {
      return;
    }
    boolean escape = last().is("uescape") && isEscaped(last().previous);
    if (type == PostgresLexer.PARAMETER && escape) {
      remove(last());
      return;
    }
    if (type == PostgresLexer.DOT && last().type == LIST && last().text.length() == 2) {
      int start = last().start;
      remove(last());
      place(insertBefore(end, LIST, "\"#list " + ++lists + '"'), start, token.getStopIndex() + 1);
      return;
    }
    String text = canonical.substring(token.getStartIndex(), token.getStopIndex() + 1);
    place(insertBefore(end, type, text), token.getStartIndex(), token.getStopIndex() + 1);
  }

  private static void place(SqlToken token, int start, int end) {
    token.start = start;
    token.end = end;
  }

  /** Whether UESCAPE and its value may follow; both belong to the token. */
  private static boolean isEscaped(SqlToken token) {
    return token.isParameter() || token.type == PostgresLexer.UNICODE_QUOTED_IDENTIFIER;
  }

  private void matchBrackets() {
    Deque<SqlToken> open = new ArrayDeque<>();
    for (SqlToken token = first(); token != end; token = token.next) {
      switch (token.type) {
        case PostgresLexer.LEFT_PARENTHESIS, PostgresLexer.LEFT_BRACKET -> open.push(token);
        case PostgresLexer.RIGHT_PARENTHESIS, PostgresLexer.RIGHT_BRACKET -> close(token, open);
        default -> {}
      }
    }
  }

  private static void close(SqlToken token, Deque<SqlToken> open) {
    boolean pair = !open.isEmpty() && open.peek().type == token.type - 1;
    if (pair) {
      SqlToken start = open.pop();
      start.match = token;
      token.match = start;
    }
  }

  SqlToken first() {
    return end.next;
  }

  SqlToken last() {
    return end.previous;
  }

  SqlToken end() {
    return end;
  }

  boolean isEmpty() {
    return first() == end;
  }

  /** The number of tokens. */
  int size() {
    int size = 0;
    for (SqlToken token = first(); token != end; token = token.next) {
      size++;
    }
    return size;
  }

  /** The deepest nesting of brackets; those that close none do not count. */
  int depth() {
    int depth = 0;
    int deepest = 0;
    for (SqlToken token = first(); token != end; token = token.next) {
      switch (token.type) {
        case PostgresLexer.LEFT_PARENTHESIS, PostgresLexer.LEFT_BRACKET ->
            deepest = Math.max(deepest, ++depth);
        case PostgresLexer.RIGHT_PARENTHESIS, PostgresLexer.RIGHT_BRACKET ->
            depth = Math.max(0, depth - 1);
        default -> {}
      }
    }
    return deepest;
  }

  /** Cuts everything before a token off, as a list of its own; the token goes. */
  TokenList cutBefore(SqlToken token) {
    TokenList head = new TokenList();
    if (token != first()) {
      SqlToken from = first();
      SqlToken to = token.previous;
      end.next = token;
      token.previous = end;
      head.end.next = from;
      from.previous = head.end;
      head.end.previous = to;
      to.next = head.end;
    }
    if (token != end) {
      remove(token);
    }
    return head;
  }

  static SqlToken insertBefore(SqlToken place, int type, String text) {
    SqlToken token = new SqlToken(type, text);
    token.previous = place.previous;
    token.next = place;
    place.previous.next = token;
    place.previous = token;
    return token;
  }

  static SqlToken insertAfter(SqlToken place, int type, String text) {
    return insertBefore(place.next, type, text);
  }

  static void remove(SqlToken token) {
    token.previous.next = token.next;
    token.next.previous = token.previous;
  }

  /** Removes from one token to another, both included; returns the one behind. */
  static SqlToken remove(SqlToken from, SqlToken to) {
    SqlToken behind = to.next;
    from.previous.next = behind;
    behind.previous = from.previous;
    return behind;
  }

  /** Moves a range of tokens before a token that is not among them. */
  static void move(SqlToken first, SqlToken last, SqlToken place) {
    remove(first, last);
    place.previous.next = first;
    first.previous = place.previous;
    place.previous = last;
    last.next = place;
  }

  /** Puts another token in the place of one. */
  static SqlToken replace(SqlToken token, int type, String text) {
    SqlToken other = insertBefore(token, type, text);
    remove(token);
    return other;
  }

  /** Parentheses round a range of tokens. */
  static SqlToken[] wrap(SqlToken first, SqlToken last) {
    SqlToken open = insertBefore(first, PostgresLexer.LEFT_PARENTHESIS, "(");
    SqlToken close = insertAfter(last, PostgresLexer.RIGHT_PARENTHESIS, ")");
    open.match = close;
    close.match = open;
    return new SqlToken[] {open, close};
  }
}
