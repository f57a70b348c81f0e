package io.github.pgslowlog.parse;

import io.github.pgslowlog.rewrite.Command;
import io.github.pgslowlog.rewrite.CommandWord;
import io.github.pgslowlog.rewrite.TokenRewriter;
import io.github.pgslowlog.skeleton.SkeletonParser;
import io.github.pgslowlog.skeleton.SkeletonResult;
import io.github.pgslowlog.syntax.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Canonical text to syntax, guarded: bounded size, depth and time, on a thread of its own.
 *
 * <p>Each command is given to JSqlParser ({@link TreeParser}); what it rejects is read by a grammar
 * of our own as far as its skeleton goes ({@link SkeletonParser}).
 */
public final class SqlParser implements AutoCloseable {
  /** Longer canonical text is not parsed: lists are folded already, so few statements are. */
  static final int MAX_CHARACTERS = 64 << 10;

  /**
   * Commands of more tokens are not parsed: JSqlParser keeps some hundred bytes of each, and needs
   * a third of a second for so many.
   */
  static final int MAX_TOKENS = 20_000;

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
   * Parses a pattern and lets somebody look at the result on a thread with a large stack.
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
    TreeParser trees = new TreeParser();
    return guarded(() -> look.apply(read(canonical, trees)), trees::stop, look);
  }

  /**
   * Lets somebody look at a result of another parser in the same way.
   *
   * @param result what {@link #parse} gave
   * @param look called with the result, most often on the parser's thread; called again with {@link
   *     ParseResult.Unparsed} if it fails
   * @param <R> what is taken from it
   * @return what {@code look} returned
   */
  public <R> R look(ParseResult result, Function<ParseResult, R> look) {
    return guarded(() -> look.apply(result), () -> {}, look);
  }

  private <R> R guarded(Callable<R> work, Runnable stop, Function<ParseResult, R> look) {
    try {
      return thread.run(work, MAX_MILLIS, stop);
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

  private static ParseResult read(String canonical, TreeParser trees) {
    List<SqlStatement> statements = new ArrayList<>();
    boolean skeleton = false;
    for (Command command : TokenRewriter.commands(canonical)) {
      Optional<String> bound = exceeded(command);
      if (bound.isPresent()) {
        return new ParseResult.Unparsed(bound.get());
      }
      Optional<SqlStatement> whole = trees.parse(command);
      if (whole.isPresent()) {
        statements.add(whole.get());
        continue;
      }
      skeleton = true;
      SkeletonParser skeletons = new SkeletonParser(trees::isStopped);
      SkeletonResult result = skeletons.parse(command.text(), command.lists());
      if (result instanceof SkeletonResult.Rejected rejected) {
        int position = command.position() + rejected.position();
        return new ParseResult.Unparsed(rejected.reason(), position);
      }
      statements.add(((SkeletonResult.Read) result).statement());
    }
    return statements.isEmpty()
        ? new ParseResult.Utility(CommandWord.of(canonical))
        : new ParseResult.Parsed(statements, skeleton);
  }

  private static Optional<String> exceeded(Command command) {
    if (command.size() > MAX_TOKENS) {
      return Optional.of("longer than " + MAX_TOKENS + " tokens");
    }
    return command.depth() > MAX_DEPTH
        ? Optional.of("nested deeper than " + MAX_DEPTH)
        : Optional.empty();
  }

  private static String kind(Throwable failure) {
    return failure instanceof StackOverflowError
        ? "nested too deep"
        : "the SQL parser failed: " + failure.getClass().getSimpleName();
  }

  @Override
  public void close() {
    thread.close();
  }
}
