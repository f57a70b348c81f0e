package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A command on its way: the place in its tokens, and what goes to the side.
 *
 * <p>Mutable, for one command.
 */
final class Rewriting {
  final ExpressionRewriter expressions = new ExpressionRewriter(this);
  final FunctionRewriter functions = new FunctionRewriter(this);
  final DocumentFunctionRewriter documents = new DocumentFunctionRewriter(this);
  final TypeRewriter types = new TypeRewriter(this);
  final FromRewriter from = new FromRewriter(this);
  final ClauseRewriter clauses = new ClauseRewriter(this);
  final WriteRewriter writes = new WriteRewriter(this);
  final AssignmentRewriter assignments = new AssignmentRewriter(this);
  final MergeRewriter merges = new MergeRewriter(this);

  /** The next token. */
  SqlToken at;

  /** Each token is read a few times at most; text that is no SQL must not send the reader round. */
  private static final int MAX_STEPS = 1_000_000;

  private int steps = MAX_STEPS;
  private final Set<RewriteRule> rules;
  private final List<String> operators = new ArrayList<>();
  private final List<String> identifiers = new ArrayList<>();

  Rewriting(TokenList tokens, Set<RewriteRule> rules) {
    this.at = tokens.first();
    this.rules = rules;
  }

  boolean on(RewriteRule rule) {
    return rules.contains(rule);
  }

  List<String> operators() {
    return operators;
  }

  List<String> identifiers() {
    return identifiers;
  }

  SqlToken next() {
    if (--steps < 0) {
      throw new TooDeepException();
    }
    SqlToken token = at;
    if (!token.isEnd()) {
      at = token.next;
    }
    return token;
  }

  /** Whether a word stands here, in small letters or capitals. */
  boolean sees(String word) {
    return isWord(at, word);
  }

  boolean sees(String word, String second) {
    return isWord(at, word) && isWord(at.next, second);
  }

  static boolean isWord(SqlToken token, String word) {
    return token.isWord() && token.text.equalsIgnoreCase(word);
  }

  static boolean isOneOf(SqlToken token, Set<String> words) {
    return token.isWord() && words.contains(token.text.toUpperCase(Locale.ROOT));
  }

  boolean eat(String word) {
    if (!sees(word)) {
      return false;
    }
    next();
    return true;
  }

  boolean seesOpen() {
    return at.isOpen();
  }

  boolean seesComma() {
    return at.type == PostgresLexer.COMMA;
  }

  boolean eatComma() {
    if (!seesComma()) {
      return false;
    }
    next();
    return true;
  }

  /** Drops the next token. */
  void drop() {
    if (!at.isEnd()) {
      at = at.next;
      TokenList.remove(at.previous);
    }
  }

  boolean drop(String word) {
    if (!sees(word)) {
      return false;
    }
    drop();
    return true;
  }

  /** Drops the tokens from one to the place before the next. */
  void dropFrom(SqlToken first) {
    if (first != at) {
      TokenList.remove(first, at.previous);
    }
  }

  /** Drops a bracket with all that is inside. */
  void dropGroup() {
    SqlToken match = at.match;
    if (match != null) {
      at = TokenList.remove(at, match);
    }
  }

  /** Steps over a bracket with all that is inside. */
  void skipGroup() {
    SqlToken match = at.match;
    at = match == null ? at.next : match.next;
  }

  SqlToken put(String word) {
    return TokenList.insertBefore(at, PostgresLexer.WORD, word);
  }

  SqlToken put(int type, String text) {
    return TokenList.insertBefore(at, type, text);
  }

  /** Reads a word as a name; returns the token that stands for it now. */
  SqlToken name() {
    SqlToken token = next();
    if (token.isEnd()) {
      return token;
    }
    if (token.isWord()) {
      String folded = token.text.toLowerCase(Locale.ROOT);
      return on(RewriteRule.NAMES) ? quoted(token, '"' + folded + '"') : token;
    }
    return on(RewriteRule.ODD_NAMES) && isOdd(token) ? odd(token) : token;
  }

  /** Reads a name with dots. */
  void names() {
    name();
    while (at.type == PostgresLexer.DOT && isNameAfterDot(at.next)) {
      next();
      name();
    }
  }

  static boolean isNameAfterDot(SqlToken token) {
    return token.isWord() || token.isName();
  }

  /** Names between commas in parentheses. */
  void nameList() {
    SqlToken close = next().match;
    while (close != null && at != close && !at.isEnd()) {
      if (at.isWord() || at.isName()) {
        name();
      } else {
        next();
      }
    }
    next();
  }

  private static SqlToken quoted(SqlToken token, String text) {
    return TokenList.replace(token, PostgresLexer.QUOTED_IDENTIFIER, text);
  }

  private SqlToken odd(SqlToken token) {
    identifiers.add(content(token));
    return quoted(token, "\"#id " + (identifiers.size() - 1) + '"');
  }

  /** What a quoted identifier means. */
  private static String content(SqlToken token) {
    String text = token.text.substring(token.text.indexOf('"') + 1);
    String inside = text.endsWith("\"") ? text.substring(0, text.length() - 1) : text;
    return inside.replace("\"\"", "\"");
  }

  private static boolean isOdd(SqlToken token) {
    if (token.type == PostgresLexer.UNICODE_QUOTED_IDENTIFIER || !token.text.endsWith("\"")) {
      return true;
    }
    for (int i = 1; i < token.text.length() - 1; i++) {
      char c = token.text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '_' && c != ' ' && c != '-') {
        return true;
      }
    }
    return token.text.length() < 3;
  }

  /** The mark of an operator. */
  String operatorMark(String operator) {
    int known = operators.indexOf(operator);
    if (known < 0) {
      known = operators.size();
      operators.add(operator);
    }
    return "\"#op " + known + '"';
  }
}
