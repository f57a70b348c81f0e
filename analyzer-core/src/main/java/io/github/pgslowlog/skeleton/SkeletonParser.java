package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads the skeleton of commands with syntax that no other parser knows: tables, and conditions as
 * far as they are {@code column operator anything} between AND and OR.
 *
 * <p>The time is linear in the length of the text, whatever it holds.
 */
public final class SkeletonParser {
  /** What is longer is not read, so that a tree has bounds. */
  static final int MAX_CHARACTERS = 64 << 10;

  /** Parentheses, brackets and CASE in each other. */
  static final int MAX_DEPTH = 200;

  private final BooleanSupplier cancelled;

  /**
   * Makes a parser.
   *
   * @param cancelled looked at now and then; from then on that it is true, reading ends soon
   */
  public SkeletonParser(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
  }

  /**
   * Reads a command that stands alone.
   *
   * @param canonical canonical text of one command that reads or changes tables
   * @return its syntax, or why there is none; nothing is thrown
   */
  public SkeletonResult parse(String canonical) {
    return parse(canonical, 0);
  }

  /**
   * Reads one of several commands of a text.
   *
   * @param canonical canonical text of one command that reads or changes tables
   * @param lists how many {@code ...} stand in the text before the command
   * @return its syntax, or why there is none; nothing is thrown
   */
  public SkeletonResult parse(String canonical, int lists) {
    if (canonical.length() > MAX_CHARACTERS) {
      return new SkeletonResult.Rejected("longer than " + MAX_CHARACTERS + " characters", 0);
    }
    try {
      return read(canonical, lists);
    } catch (ParseCancellationException unclear) {
      return new SkeletonResult.Rejected("syntax the SQL parser does not know", place(unclear));
    } catch (CancellationException stopped) {
      return new SkeletonResult.Rejected("takes too long", 0);
    } catch (RuntimeException failure) {
      String kind = failure.getClass().getSimpleName();
      return new SkeletonResult.Rejected("the SQL parser failed: " + kind, 0);
    } catch (StackOverflowError deep) {
      return new SkeletonResult.Rejected("nested too deep", 0);
    }
  }

  private SkeletonResult read(String canonical, int lists) {
    List<SkeletonToken> tokens =
        BracketBalancer.balanced(SkeletonLexer.tokens(canonical, lists), MAX_DEPTH);
    if (tokens.isEmpty()) {
      return new SkeletonResult.Rejected("empty, or nested deeper than " + MAX_DEPTH, 0);
    }
    SqlSkeleton parser = new SqlSkeleton(new CommonTokenStream(new Source(tokens)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    SqlSkeleton.TextContext text = parser.text();
    return new SkeletonResult.Read(new QueryReader(qualifiers(tokens)).statement(text.statement()));
  }

  private static int place(ParseCancellationException unclear) {
    Token token =
        unclear.getCause() instanceof RecognitionException where ? where.getOffendingToken() : null;
    return token == null ? 0 : Math.max(0, token.getStartIndex());
  }

  private static Set<String> qualifiers(List<SkeletonToken> tokens) {
    Set<String> qualifiers = new HashSet<>();
    for (SkeletonToken token : tokens) {
      int least = token.getType() == SqlSkeleton.STAR ? 1 : 2;
      if (token.names().size() >= least) {
        qualifiers.add(token.names().get(0));
      }
    }
    return qualifiers;
  }

  /** The tokens, as long as nobody has lost patience. */
  private final class Source extends ListTokenSource {
    private Source(List<SkeletonToken> tokens) {
      super(tokens);
    }

    @Override
    public Token nextToken() {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      return super.nextToken();
    }
  }
}
