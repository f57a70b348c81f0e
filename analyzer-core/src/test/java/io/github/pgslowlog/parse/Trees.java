package io.github.pgslowlog.parse;

import io.github.pgslowlog.rewrite.Rewritten;
import io.github.pgslowlog.syntax.SqlStatement;
import io.github.pgslowlog.syntax.SyntaxPrinter;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.statement.Statement;

/** Syntax trees of text as the rewriter writes it. */
final class Trees {
  /** The operators behind {@code #op 0}, {@code #op 1} and so on. */
  static final List<String> OPERATORS =
      List.of("@>", "<->", "~~*", "!~~", "|/", "||", "IS JSON", "IS NOT DOCUMENT");

  /** The names behind {@code #id 0} and {@code #id 1}. */
  static final List<String> IDENTIFIERS = List.of("dotted.name", "quo\"te");

  private Trees() {}

  static Statement parse(String text) throws ParseException {
    return CCJSqlParserUtil.newParser(text)
        .withDialect(Dialect.POSTGRESQL)
        .withAllowComplexParsing(false)
        .Statement();
  }

  static Optional<SqlStatement> convert(String text) throws ParseException {
    return TreeConverter.convert(parse(text), new Rewritten(text, OPERATORS, IDENTIFIERS));
  }

  static String print(String text) throws ParseException {
    return SyntaxPrinter.print(convert(text).orElseThrow());
  }

  /** What is selected: {@code x} of {@code SELECT x}. */
  static String printExpression(String text) throws ParseException {
    String statement = print("SELECT " + text);
    return statement.substring("(select ".length(), statement.length() - 1);
  }
}
