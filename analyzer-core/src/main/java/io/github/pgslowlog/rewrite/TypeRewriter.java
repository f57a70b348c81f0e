package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of types.
 *
 * <p>Source: {@code Typename} and its like in PostgreSQL's grammar.
 */
final class TypeRewriter {
  /** Types of PostgreSQL's grammar, which are no names. */
  private static final Set<String> WORDS =
      Set.of(
          ("int integer smallint bigint real float double decimal dec numeric boolean bit char"
                  + " character varchar nchar national time timestamp interval")
              .split(" "));

  /** Words that may follow the first word of a type. */
  private static final Map<String, Set<String>> SECOND_WORDS =
      Map.of(
          "double", Set.of("PRECISION"),
          "character", Set.of("VARYING"),
          "char", Set.of("VARYING"),
          "nchar", Set.of("VARYING"),
          "bit", Set.of("VARYING"),
          "national", Set.of("CHARACTER", "CHAR"));

  private static final Set<String> FIELDS =
      Set.of("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND");

  /** Words before a value that are no types. */
  private static final Set<String> NO_TYPES =
      Set.of("ESCAPE", "ZONE", "PLACING", "UESCAPE", "SYMMETRIC", "ASYMMETRIC", "VARIADIC");

  private final Rewriting rewriting;

  TypeRewriter(Rewriting rewriting) {
    this.rewriting = rewriting;
  }

  /** Whether a type with its value stands here. */
  boolean isLiteral() {
    SqlToken at = rewriting.at;
    if (Rewriting.isOneOf(at, NO_TYPES)) {
      return false;
    }
    SqlToken behind = behindName(at);
    if (behind.isOpen() && behind.match != null) {
      behind = behind.match.next;
    }
    return behindZone(behind).isParameter();
  }

  private static SqlToken behindName(SqlToken at) {
    SqlToken token = at.next;
    while (token.type == PostgresLexer.DOT && Rewriting.isNameAfterDot(token.next)) {
      token = token.next.next;
    }
    if (at.isWord() && SECOND_WORDS.containsKey(at.text)) {
      while (Rewriting.isOneOf(token, Set.of("PRECISION", "VARYING", "CHARACTER", "CHAR"))) {
        token = token.next;
      }
    }
    return token;
  }

  private static SqlToken behindZone(SqlToken token) {
    boolean zone =
        (Rewriting.isWord(token, "WITH") || Rewriting.isWord(token, "without"))
            && Rewriting.isWord(token.next, "time")
            && Rewriting.isWord(token.next.next, "zone");
    return zone ? token.next.next.next : token;
  }

  /** Reads the name of a type. */
  void type() {
    rewriting.drop("setof");
    SqlToken first = rewriting.at;
    name();
    modifiers();
    if (Rewriting.isWord(first, "time") || Rewriting.isWord(first, "timestamp")) {
      rewriting.at = behindZone(rewriting.at);
    }
    if (Rewriting.isWord(first, "interval")) {
      dropFields();
    }
    brackets();
  }

  private void name() {
    SqlToken at = rewriting.at;
    if (!at.isWord() && !at.isName()) {
      return;
    }
    SqlToken behind = behindName(at);
    boolean qualified = at.next.type == PostgresLexer.DOT;
    if (qualified || !at.isWord()) {
      rewriting.names();
    } else {
      quote(at);
      rewriting.at = behind;
    }
    if (rewriting.at.isOperator("%") && rewriting.at.next.is("type")) {
      rewriting.drop();
      rewriting.drop();
    }
  }

  /** JSqlParser takes many a word for something else: {@code a::path}. */
  private void quote(SqlToken word) {
    String folded = word.text.toLowerCase(Locale.ROOT);
    if (!WORDS.contains(folded) && rewriting.on(RewriteRule.NAMES)) {
      TokenList.replace(word, PostgresLexer.QUOTED_IDENTIFIER, '"' + folded + '"');
    }
  }

  private void modifiers() {
    if (rewriting.seesOpen()) {
      if (rewriting.on(RewriteRule.TYPE_MODIFIERS)) {
        rewriting.dropGroup();
      } else {
        rewriting.skipGroup();
      }
    }
  }

  /** {@code DAY TO SECOND (3)} of an interval. */
  void dropFields() {
    SqlToken first = rewriting.at;
    if (!Rewriting.isOneOf(first, FIELDS)) {
      if (rewriting.on(RewriteRule.TYPE_MODIFIERS)
          && first.isOpen()
          && Rewriting.isWord(first.previous, "interval")) {
        rewriting.dropGroup();
      }
      return;
    }
    rewriting.next();
    if (rewriting.eat("TO")) {
      rewriting.next();
    }
    if (rewriting.seesOpen()) {
      rewriting.skipGroup();
    }
    if (rewriting.on(RewriteRule.TYPE_MODIFIERS)) {
      rewriting.dropFrom(first);
    }
  }

  private void brackets() {
    if (rewriting.sees("ARRAY")) {
      boolean bounds = rewriting.at.next.type == PostgresLexer.LEFT_BRACKET;
      rewriting.drop();
      if (!bounds) {
        rewriting.put(PostgresLexer.LEFT_BRACKET, "[");
        rewriting.put(PostgresLexer.RIGHT_BRACKET, "]");
      }
    }
    while (rewriting.at.type == PostgresLexer.LEFT_BRACKET && rewriting.at.match != null) {
      SqlToken open = rewriting.next();
      SqlToken close = open.match;
      if (close != rewriting.at && close != null) {
        TokenList.remove(rewriting.at, close.previous);
      }
      rewriting.at = close == null ? rewriting.at : close.next;
    }
  }
}
