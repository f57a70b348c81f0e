package io.github.pgslowlog.parse;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * WriteConverter canonical text so that JSqlParser understands what PostgreSQL means.
 *
 * <p>JSqlParser reserves words that PostgreSQL does not, and has no syntax for some forms. The
 * rules keep the roles of columns; what a rule changes is only for the parser, people never see it.
 *
 * <table>
 *   <caption>Rules</caption>
 *   <tr><th>PostgreSQL</th><th>JSqlParser</th></tr>
 *   <tr><td>{@code settings = $1}, {@code t.order}</td><td>{@code "settings" = $1}, {@code t."order"}</td></tr>
 *   <tr><td>{@code IN (...)}</td><td>{@code IN ($1)}</td></tr>
 *   <tr><td>{@code inet $1}</td><td>{@code 'x'}</td></tr>
 *   <tr><td>{@code date $1}</td><td>{@code date 'x'}</td></tr>
 *   <tr><td>{@code FROM ONLY t}</td><td>{@code FROM t}</td></tr>
 *   <tr><td>{@code SELECT FROM t}</td><td>{@code SELECT 1 FROM t}</td></tr>
 *   <tr><td>{@code a <-> b}, {@code a ~~ b}</td><td>{@code a - b}, {@code a LIKE b}</td></tr>
 *   <tr><td>{@code OPERATOR(pg_catalog.=)}</td><td>{@code =}</td></tr>
 * </table>
 */
final class TokenRewriter {
  /** Words that JSqlParser 5.4 takes as key words wherever they stand. */
  private static final Set<String> RESERVED =
      Set.of(
          ("csv force import prior returns statement absent connect_by_root distinctrow errors"
                  + " excludes extend fbv final includes minus nocycle output pivot preferring"
                  + " prewhere sample script semi settings sql_cache sql_calc_found_rows"
                  + " sql_no_cache unpivot use verify xor year month day hour minute second")
              .split(" "));

  /** Names of types: key words for JSqlParser unless they are used as a type. */
  private static final Set<String> TYPES =
      Set.of(
          ("uuid number enum map bool blob int integer bigint smallint decimal numeric float double"
                  + " real varchar nchar precision varying")
              .split(" "));

  /** Types whose literals JSqlParser knows. */
  private static final Set<String> LITERAL_TYPES = Set.of("date", "time", "timestamp", "interval");

  /** Words before a value that are no type. */
  private static final Set<String> NO_TYPES =
      Set.of("escape", "zone", "rows", "range", "groups", "uescape", "repeatable", "first", "next");

  /** Operators that JSqlParser does not know, and others that use columns in the same way. */
  private static final Map<String, String> OPERATORS =
      Map.of(
          "<->",
          "-",
          "<#>",
          "-",
          "<+>",
          "-",
          "~~",
          "LIKE",
          "~~*",
          "ILIKE",
          "!~~",
          "NOT LIKE",
          "!~~*",
          "NOT ILIKE");

  private final List<SqlToken> tokens;
  private final StringBuilder out = new StringBuilder();
  private int position;

  private TokenRewriter(List<SqlToken> tokens) {
    this.tokens = tokens;
  }

  /** The commands of a text, one by one, each rewritten. */
  static List<String> rewrite(String canonical) {
    List<String> commands = new ArrayList<>();
    List<SqlToken> command = new ArrayList<>();
    for (SqlToken token : lex(canonical)) {
      if (token.type() == PostgresLexer.SEMICOLON) {
        add(command, commands);
        command = new ArrayList<>();
      } else {
        command.add(token);
      }
    }
    add(command, commands);
    return commands;
  }

  private static void add(List<SqlToken> command, List<String> commands) {
    if (!command.isEmpty()) {
      commands.add(new TokenRewriter(command).write());
    }
  }

  static List<SqlToken> lex(String canonical) {
    PostgresLexer lexer = new PostgresLexer(CharStreams.fromString(canonical));
    lexer.removeErrorListeners();
    List<SqlToken> tokens = new ArrayList<>();
    for (Token token : lexer.getAllTokens()) {
      if (token.getType() != PostgresLexer.WHITE_SPACE) {
        tokens.add(new SqlToken(token.getType(), token.getText()));
      }
    }
    return tokens;
  }

  private String write() {
    while (position < tokens.size()) {
      SqlToken token = tokens.get(position);
      switch (token.type()) {
        case PostgresLexer.WORD -> word(token);
        case PostgresLexer.DOT_DOT -> list(token);
        case PostgresLexer.PARAMETER -> put(typed() ? "'x'" : token.text());
        case PostgresLexer.OPERATOR -> put(OPERATORS.getOrDefault(token.text(), token.text()));
        default -> put(token.text());
      }
      position++;
    }
    return out.toString();
  }

  private SqlToken at(int offset) {
    int index = position + offset;
    boolean inside = index >= 0 && index < tokens.size();
    return inside ? tokens.get(index) : new SqlToken(Token.EOF, "");
  }

  private void put(String text) {
    SqlToken before = at(-1);
    boolean joined =
        out.length() == 0
            || before.type() == PostgresLexer.DOT
            || text.equals(".")
            || text.equals("(") && before.type() == PostgresLexer.WORD;
    if (!joined) {
      out.append(' ');
    }
    out.append(text);
  }

  private void list(SqlToken token) {
    if (at(1).type() == PostgresLexer.DOT) {
      put("$1");
      position++;
    } else {
      put(token.text());
    }
  }

  private void word(SqlToken token) {
    String word = token.text();
    if (word.equals("ONLY") && isTableNext()) {
      return;
    }
    if (word.equals("operator") && at(1).is(PostgresLexer.LEFT_PARENTHESIS, "(")) {
      namedOperator();
      return;
    }
    boolean literal = at(1).type() == PostgresLexer.PARAMETER && isLiteralType(word);
    if (literal && !LITERAL_TYPES.contains(word)) {
      return;
    }
    put(needsQuotes(word) ? '"' + word + '"' : word);
    if (word.equals("SELECT") && at(1).text().equals("FROM")) {
      out.append(" 1");
    }
  }

  private boolean isTableNext() {
    String before = at(-1).text();
    int next = at(1).type();
    return Set.of("FROM", "UPDATE", "JOIN", "INTO", ",").contains(before)
        && (next == PostgresLexer.WORD || next == PostgresLexer.QUOTED_IDENTIFIER);
  }

  /** {@code operator ( pg_catalog . = )}: writes the operator alone. */
  private void namedOperator() {
    position += 2;
    while (at(0).type() != PostgresLexer.OPERATOR && position < tokens.size()) {
      position++;
    }
    out.append(' ').append(at(0).text());
    position++;
  }

  /** Whether the value at hand belongs to the type word before it. */
  private boolean typed() {
    SqlToken before = at(-1);
    return before.type() == PostgresLexer.WORD && isLiteralType(before.text());
  }

  private static boolean isLiteralType(String word) {
    return isLowerCase(word) && !NO_TYPES.contains(word);
  }

  /** Key words are in capitals in canonical text. */
  private static boolean isLowerCase(String word) {
    return !Character.isUpperCase(word.charAt(0));
  }

  private boolean needsQuotes(String word) {
    SqlToken before = at(-1);
    SqlToken after = at(1);
    if (!isLowerCase(word)) {
      return false;
    }
    boolean call = after.type() == PostgresLexer.LEFT_PARENTHESIS;
    if (before.type() == PostgresLexer.DOT) {
      return !call;
    }
    if (RESERVED.contains(word)) {
      boolean extract = before.text().equals("(") && after.text().equals("FROM");
      boolean unit = before.type() == PostgresLexer.PARAMETER || extract;
      return !unit;
    }
    boolean type =
        before.type() == PostgresLexer.TYPE_CAST
            || before.text().equals("AS")
            || call
            || after.type() == PostgresLexer.LEFT_BRACKET
            || after.text().equals("precision")
            || after.text().equals("varying")
            || before.text().equals("double");
    return TYPES.contains(word) && !type;
  }
}
