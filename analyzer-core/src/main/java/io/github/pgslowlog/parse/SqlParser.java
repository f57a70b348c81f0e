package io.github.pgslowlog.parse;

import io.github.pgslowlog.syntax.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.statement.Statement;

/**
 * JSqlParser for PostgreSQL, guarded: bounded size, depth and time, on a thread of its own.
 *
 * <p>Always the PostgreSQL dialect and never "complex parsing", which builds wrong trees for JSON
 * arrows; a fresh parser for each statement; never text with values, only canonical text.
 */
public final class SqlParser implements AutoCloseable {
  /** Longer canonical text is not parsed: lists are folded already, so few statements are. */
  static final int MAX_CHARACTERS = 64 << 10;

  /** Deeper nesting is not parsed: the parser's time grows with the cube of it. */
  static final int MAX_DEPTH = 200;

  /**
   * A statement of an ordinary program takes a millisecond, the worst within the other bounds some
   * seconds. Wall time depends on the machine, and a report must not: so the bound is far off.
   */
  static final int MAX_MILLIS = 10_000;

  private final ParserThread thread = new ParserThread();

  /** Makes a parser; its thread starts with the first statement. */
  public SqlParser() {}

  /**
   * Parses a pattern and lets somebody look at the result while the trees live.
   *
   * @param canonical canonical text
   * @param look called with the result, most often on the parser's thread; called again with {@link
   *     ParseResult.Unparsed} if it fails
   * @param <R> what is taken from it
   * @return what {@code look} returned
   */
  public <R> R parse(String canonical, Function<ParseResult, R> look) {
    if (canonical.length() > MAX_CHARACTERS) {
      return look.apply(new ParseResult.Unparsed("longer than " + MAX_CHARACTERS + " characters"));
    }
    if (depth(canonical) > MAX_DEPTH) {
      return look.apply(new ParseResult.Unparsed("nested deeper than " + MAX_DEPTH));
    }
    AtomicReference<CCJSqlParser> running = new AtomicReference<>();
    try {
      return thread.run(
          () -> look.apply(parse(canonical, running)), MAX_MILLIS, () -> interrupt(running));
    } catch (TimeoutException late) {
      return look.apply(new ParseResult.Unparsed("takes longer than " + MAX_MILLIS + " ms"));
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof OutOfMemoryError exhausted) {
        throw exhausted;
      }
      return look.apply(
          new ParseResult.Unparsed(kind(Objects.requireNonNullElse(failure.getCause(), failure))));
    }
  }

  private static void interrupt(AtomicReference<CCJSqlParser> running) {
    CCJSqlParser parser = running.get();
    if (parser != null) {
      parser.interrupted = true;
    }
  }

  private static ParseResult parse(String canonical, AtomicReference<CCJSqlParser> running) {
    List<SqlStatement> statements = new ArrayList<>();
    String utility = CommandWord.of(canonical);
    for (Rewritten command : TokenRewriter.rewrite(canonical)) {
      try {
        Statement tree = parseOne(command.text(), running);
        Optional<SqlStatement> statement = TreeConverter.convert(tree, command);
        if (statement.isEmpty()) {
          return new ParseResult.Unparsed("the SQL parser took it for something else");
        }
        statements.add(statement.get());
      } catch (ParseException | RuntimeException rejected) {
        return new ParseResult.Unparsed(kind(rejected));
      }
    }
    return statements.isEmpty()
        ? new ParseResult.Utility(utility)
        : new ParseResult.Parsed(statements, false);
  }

  /** A parameter is tried first; where only a literal may stand, a string or number does. */
  private static Statement parseOne(String command, AtomicReference<CCJSqlParser> running)
      throws ParseException {
    ParseException first = null;
    for (TokenWriter.Parameters form : TokenWriter.Parameters.values()) {
      try {
        return attempt(TokenWriter.with(command, form), running);
      } catch (ParseException rejected) {
        first = first == null ? rejected : first;
      }
    }
    throw Objects.requireNonNull(first);
  }

  private static Statement attempt(String command, AtomicReference<CCJSqlParser> running)
      throws ParseException {
    CCJSqlParser parser =
        CCJSqlParserUtil.newParser(command)
            .withDialect(Dialect.POSTGRESQL)
            .withAllowComplexParsing(false);
    running.set(parser);
    Statement statement = parser.Statement();
    if (statement == null) {
      throw new ParseException("no statement");
    }
    return statement;
  }

  private static String kind(Throwable failure) {
    if (failure instanceof StackOverflowError) {
      return "nested too deep";
    }
    return failure instanceof ParseException
        ? "syntax the SQL parser does not know"
        : "the SQL parser failed: " + failure.getClass().getSimpleName();
  }

  private static int depth(String canonical) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < canonical.length(); i++) {
      char c = canonical.charAt(i);
      if (c == '(' || c == '[') {
        deepest = Math.max(deepest, ++depth);
      } else if (c == ')' || c == ']') {
        depth--;
      }
    }
    return deepest;
  }

  @Override
  public void close() {
    thread.close();
  }
}
