package io.github.pgslowlog.skeleton;

import static java.util.Map.entry;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * Canonical text to the tokens of the skeleton grammar.
 *
 * <p>Names with their dots become one token, and so do words that mean one thing together: {@code
 * ORDER BY}, {@code LEFT OUTER JOIN}. What a word means where it stands is {@link
 * WordClassifier}'s.
 */
final class SkeletonLexer {
  private static final Map<Integer, Integer> SIGNS =
      Map.ofEntries(
          entry(PostgresLexer.STRING, SqlSkeleton.VALUE),
          entry(PostgresLexer.NATIONAL_STRING, SqlSkeleton.VALUE),
          entry(PostgresLexer.ESCAPE_STRING, SqlSkeleton.VALUE),
          entry(PostgresLexer.UNICODE_STRING, SqlSkeleton.VALUE),
          entry(PostgresLexer.BIT_STRING, SqlSkeleton.VALUE),
          entry(PostgresLexer.HEX_STRING, SqlSkeleton.VALUE),
          entry(PostgresLexer.DOLLAR_STRING, SqlSkeleton.VALUE),
          entry(PostgresLexer.NUMBER, SqlSkeleton.NUMBER),
          entry(PostgresLexer.OPERATOR, SqlSkeleton.OPERATOR),
          entry(PostgresLexer.COLON_EQUALS, SqlSkeleton.OPERATOR),
          entry(PostgresLexer.DOT, SqlSkeleton.DOT),
          entry(PostgresLexer.TYPE_CAST, SqlSkeleton.TYPE_CAST),
          entry(PostgresLexer.COMMA, SqlSkeleton.COMMA),
          entry(PostgresLexer.SEMICOLON, SqlSkeleton.SEMICOLON),
          entry(PostgresLexer.LEFT_PARENTHESIS, SqlSkeleton.OPEN),
          entry(PostgresLexer.RIGHT_PARENTHESIS, SqlSkeleton.CLOSE),
          entry(PostgresLexer.LEFT_BRACKET, SqlSkeleton.LEFT_BRACKET),
          entry(PostgresLexer.RIGHT_BRACKET, SqlSkeleton.RIGHT_BRACKET));

  private static final int MAX_DIGITS = 9;

  private final List<Token> raw = new ArrayList<>();

  /** The texts of {@code raw}; words that mean nothing to the skeleton are in lower case. */
  private final List<String> texts = new ArrayList<>();

  private final List<SkeletonToken> out = new ArrayList<>();
  private int position;
  private int lists;

  private SkeletonLexer(String canonical, int listsBefore) {
    PostgresLexer lexer = new PostgresLexer(CharStreams.fromString(canonical));
    lexer.removeErrorListeners();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      int type = token.getType();
      boolean nothing =
          type == PostgresLexer.WHITE_SPACE
              || type == PostgresLexer.LINE_COMMENT
              || type == PostgresLexer.BLOCK_COMMENT;
      if (!nothing) {
        raw.add(token);
        texts.add(type == PostgresLexer.WORD ? word(token.getText()) : token.getText());
      }
    }
    lists = listsBefore;
  }

  private static String word(String text) {
    return WordClassifier.isKeyword(text) ? text : text.toLowerCase(Locale.ROOT);
  }

  /** The tokens of a command; {@code listsBefore} is the number of {@code ...} before it. */
  static List<SkeletonToken> tokens(String canonical, int listsBefore) {
    return new SkeletonLexer(canonical, listsBefore).read();
  }

  private List<SkeletonToken> read() {
    WordClassifier words = new WordClassifier(this);
    while (position < raw.size()) {
      Token token = raw.get(position);
      switch (token.getType()) {
        case PostgresLexer.WORD -> words.read(texts.get(position));
        case PostgresLexer.QUOTED_IDENTIFIER, PostgresLexer.UNICODE_QUOTED_IDENTIFIER -> name();
        case PostgresLexer.PARAMETER -> parameter(token.getText());
        case PostgresLexer.DOT_DOT -> dots();
        default -> sign(token);
      }
    }
    while (type(-1) == SqlSkeleton.SEMICOLON) {
      out.remove(out.size() - 1);
    }
    return out;
  }

  private void parameter(String text) {
    put(SqlSkeleton.VALUE, 1, number(text.substring(1)));
  }

  private static int number(String digits) {
    return digits.length() > MAX_DIGITS ? 0 : Integer.parseInt(digits);
  }

  private void dots() {
    boolean list = isRaw(1, PostgresLexer.DOT);
    put(list ? SqlSkeleton.LIST : SqlSkeleton.PUNCTUATION, list ? 2 : 1, list ? ++lists : 0);
  }

  private void sign(Token token) {
    boolean equals = token.getType() == PostgresLexer.OPERATOR && token.getText().equals("=");
    int type = SIGNS.getOrDefault(token.getType(), SqlSkeleton.PUNCTUATION);
    String digits = token.getText();
    boolean ordinal =
        type == SqlSkeleton.NUMBER && digits.chars().allMatch(c -> c < 128 && Character.isDigit(c));
    put(equals ? SqlSkeleton.EQUALS : type, 1, ordinal ? number(digits) : 0);
  }

  /** Reads a name with its dots, {@code t.*} included. */
  void name() {
    int start = raw.get(position).getStartIndex();
    StringBuilder text = new StringBuilder(texts.get(position));
    List<String> names = new ArrayList<>(List.of(fold(raw.get(position++))));
    int type = SqlSkeleton.NAME;
    while (type == SqlSkeleton.NAME && isRaw(0, PostgresLexer.DOT) && (isName(1) || isStar(1))) {
      if (isStar(1)) {
        type = SqlSkeleton.STAR;
      } else {
        names.add(fold(raw.get(position + 1)));
      }
      text.append('.').append(texts.get(position + 1));
      position += 2;
    }
    out.add(new SkeletonToken(type, text.toString(), start, names, 0));
  }

  private boolean isStar(int offset) {
    return isRaw(offset, PostgresLexer.OPERATOR) && text(offset).equals("*");
  }

  private static String fold(Token token) {
    String text = token.getText();
    if (token.getType() == PostgresLexer.WORD) {
      return text.toLowerCase(Locale.ROOT);
    }
    int from = text.indexOf('"') + 1;
    int to = text.length() > from && text.endsWith("\"") ? text.length() - 1 : text.length();
    return text.substring(from, to).replace("\"\"", "\"");
  }

  // --- for the rules of words

  /** Whether a word, in whatever letters, or a quoted identifier stands there. */
  boolean isName(int offset) {
    return isRaw(offset, PostgresLexer.WORD)
        || isRaw(offset, PostgresLexer.QUOTED_IDENTIFIER)
        || isRaw(offset, PostgresLexer.UNICODE_QUOTED_IDENTIFIER);
  }

  /** Whether a name that is no key word stands there. */
  boolean isPlainName(int offset) {
    return isName(offset) && !Character.isUpperCase(text(offset).charAt(0))
        || isRaw(offset, PostgresLexer.UNICODE_QUOTED_IDENTIFIER);
  }

  /** Whether the raw token that many places on, or back, is of a type of PostgresLexer. */
  boolean isRaw(int offset, int type) {
    int index = position + offset;
    return index >= 0 && index < raw.size() && raw.get(index).getType() == type;
  }

  /** The text that many places on, or back; empty outside. */
  String text(int offset) {
    int index = position + offset;
    return index >= 0 && index < texts.size() ? texts.get(index) : "";
  }

  /** The type of a token written before, -1 is the last; EOF if there is none. */
  int type(int back) {
    int index = out.size() + back;
    return index >= 0 ? out.get(index).getType() : Token.EOF;
  }

  /** Writes one token for some raw ones. */
  void put(int type, int count) {
    put(type, count, 0);
  }

  private void put(int type, int count, int number) {
    StringBuilder text = new StringBuilder(text(0));
    for (int i = 1; i < count; i++) {
      text.append(' ').append(text(i));
    }
    put(type, text.toString(), count, number);
  }

  /** Writes one token with a text of its own for some raw ones. */
  void put(int type, String text, int count) {
    put(type, text, count, 0);
  }

  private void put(int type, String text, int count, int number) {
    List<String> names =
        type == SqlSkeleton.NAME ? List.of(text.toLowerCase(Locale.ROOT)) : List.of();
    out.add(new SkeletonToken(type, text, raw.get(position).getStartIndex(), names, number));
    position += count;
  }
}
