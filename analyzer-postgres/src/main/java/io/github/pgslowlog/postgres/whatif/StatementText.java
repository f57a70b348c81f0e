package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.fingerprint.SqlScanner;
import io.github.pgslowlog.fingerprint.TokenKind;
import io.github.pgslowlog.select.PlannableStatement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text of a statement to plan: what it starts with, and where its parameters are. */
final class StatementText {
  private static final Set<String> PLANNED =
      Set.of("select", "insert", "update", "delete", "merge", "with", "values", "table");

  /** A protocol message has room for so many parameters. */
  private static final int MAX_PARAMETERS = 65_535;

  private StatementText() {}

  /** Whether EXPLAIN takes it: the first word, behind brackets and comments, is one of a few. */
  static boolean isPlanned(String sql) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    SqlScanner scanner = new SqlScanner();
    scanner.reset(bytes, 0, bytes.length);
    TokenKind kind = scanner.next();
    while (kind == TokenKind.WHITE_SPACE
        || kind == TokenKind.COMMENT
        || (kind == TokenKind.PUNCTUATION && bytes[scanner.start()] == '(')) {
      kind = scanner.next();
    }
    return kind == TokenKind.WORD
        && PLANNED.contains(text(bytes, scanner).toLowerCase(Locale.ROOT));
  }

  /** The text before the first semicolon; empty if more than comments stands behind it. */
  static Optional<String> single(String sql) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    SqlScanner scanner = new SqlScanner();
    scanner.reset(bytes, 0, bytes.length);
    int end = bytes.length;
    for (TokenKind kind = scanner.next(); kind != TokenKind.END; kind = scanner.next()) {
      boolean semicolon = kind == TokenKind.PUNCTUATION && bytes[scanner.start()] == ';';
      boolean blank = kind == TokenKind.WHITE_SPACE || kind == TokenKind.COMMENT;
      if (semicolon) {
        end = Math.min(end, scanner.start());
      } else if (!blank && scanner.start() > end) {
        return Optional.empty();
      }
    }
    return Optional.of(new String(bytes, 0, end, StandardCharsets.UTF_8))
        .filter(text -> text.indexOf('\0') < 0);
  }

  /** The highest number of a parameter, 0 if there is none. */
  static int parameters(String sql) {
    byte[] bytes = sql.getBytes(StandardCharsets.UTF_8);
    SqlScanner scanner = new SqlScanner();
    scanner.reset(bytes, 0, bytes.length);
    int highest = 0;
    for (TokenKind kind = scanner.next(); kind != TokenKind.END; kind = scanner.next()) {
      if (kind == TokenKind.PARAMETER) {
        highest = Math.max(highest, number(text(bytes, scanner)));
      }
    }
    return highest;
  }

  /** The statement with its values as literals in place of the parameters. */
  static String withLiterals(PlannableStatement statement) {
    return withValues(statement, StatementText::literal);
  }

  /** The same, each literal with the type that its text looks like. */
  static String withTypedLiterals(PlannableStatement statement) {
    return withValues(statement, value -> literal(value) + value.map(LiteralType::cast).orElse(""));
  }

  private static String withValues(
      PlannableStatement statement, Function<Optional<String>, String> literal) {
    byte[] bytes = statement.sql().getBytes(StandardCharsets.UTF_8);
    SqlScanner scanner = new SqlScanner();
    scanner.reset(bytes, 0, bytes.length);
    StringBuilder out = new StringBuilder(bytes.length + 64);
    for (TokenKind kind = scanner.next(); kind != TokenKind.END; kind = scanner.next()) {
      String token = text(bytes, scanner);
      int number = kind == TokenKind.PARAMETER ? number(token) : 0;
      boolean known = number > 0 && number <= statement.parameters().size();
      out.append(known ? " " + literal.apply(statement.parameters().get(number - 1)) + " " : token);
    }
    return out.toString();
  }

  /** Values as arguments of EXECUTE. */
  static String arguments(List<Optional<String>> values) {
    return values.stream().map(StatementText::literal).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String literal(Optional<String> value) {
    return value.map(text -> "'" + text.replace("'", "''") + "'").orElse("NULL");
  }

  private static int number(String parameter) {
    String digits = parameter.substring(1);
    return digits.length() > 5 ? MAX_PARAMETERS : Integer.parseInt(digits);
  }

  private static String text(byte[] bytes, SqlScanner scanner) {
    return new String(
        bytes, scanner.start(), scanner.end() - scanner.start(), StandardCharsets.UTF_8);
  }
}
