package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.Set;

/** Operands: values, names, calls, parentheses, CASE, and what stands directly behind them. */
final class PrimaryRewriter {
  private static final Set<String> QUERY_WORDS = Set.of("SELECT", "WITH", "VALUES", "TABLE");

  /** What goes on behind a query in parentheses. */
  private static final Set<String> QUERY_ENDS =
      Set.of("UNION", "INTERSECT", "EXCEPT", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR");

  /** Key words of canonical text that PostgreSQL takes as names of columns, too. */
  private static final Set<String> NAME_KEYWORDS =
      Set.of(
          ("BEGIN BY COMMIT CONFLICT DELETE INSERT MERGE NULLS OVER PARTITION ROLLBACK SET UPDATE"
                  + " VALUES")
              .split(" "));

  /** Key words that are names of functions before a parenthesis. */
  private static final Set<String> FUNCTION_KEYWORDS =
      Set.of("LEFT", "RIGHT", "LIKE", "ILIKE", "FULL", "INNER", "CROSS", "NATURAL", "JOIN");

  /** Functions without parentheses. */
  private static final Set<String> CONSTANTS =
      Set.of(
          ("CURRENT_CATALOG CURRENT_DATE CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP"
                  + " CURRENT_USER LOCALTIME LOCALTIMESTAMP SESSION_USER SYSTEM_USER USER")
              .split(" "));

  private final Rewriting rewriting;
  private final ExpressionRewriter expressions;
  private final SubscriptRewriter subscripts;

  PrimaryRewriter(Rewriting rewriting, ExpressionRewriter expressions) {
    this.rewriting = rewriting;
    this.expressions = expressions;
    this.subscripts = new SubscriptRewriter(rewriting, expressions);
  }

  /** Reads an operand with prefix operators. */
  Operand operand() {
    SqlToken at = rewriting.at;
    if (at.isOperator() && !at.text.equals("*")) {
      return prefix();
    }
    if (at.is("NOT")) {
      rewriting.next();
      Operand operand = expressions.expression(Operand.NOT);
      return new Operand(at, operand.last, Operand.NOT);
    }
    return postfix(primary());
  }

  private Operand prefix() {
    SqlToken sign = rewriting.next();
    boolean arithmetic = sign.text.equals("-") || sign.text.equals("+");
    Operand operand = expressions.expression(arithmetic ? Operand.SIGN : Operand.OPERATOR + 1);
    if (arithmetic || !rewriting.on(RewriteRule.PREFIX_OPERATORS)) {
      expressions.require(operand, Operand.CAST);
      return new Operand(sign, operand.last, Operand.SIGN);
    }
    boolean another = operand.level == Operand.OPERATOR;
    expressions.require(operand, another ? Operand.OPERATOR : Operand.PRODUCT);
    String mark = rewriting.operatorMark(sign.text);
    SqlToken first = TokenList.insertBefore(sign, PostgresLexer.QUOTED_IDENTIFIER, mark);
    TokenList.replace(sign, PostgresLexer.OPERATOR, "||");
    return new Operand(first, operand.last, Operand.OPERATOR);
  }

  private Operand postfix(Operand operand) {
    Operand whole = operand;
    while (true) {
      SqlToken at = rewriting.at;
      if (at.type == PostgresLexer.TYPE_CAST) {
        whole = cast(whole);
      } else if (at.type == PostgresLexer.LEFT_BRACKET) {
        whole = subscripts.subscript(whole);
      } else if (at.type == PostgresLexer.DOT && at.previous.isClosing()) {
        whole = subscripts.field(whole);
      } else {
        return whole;
      }
    }
  }

  private Operand cast(Operand operand) {
    rewriting.next();
    expressions.require(operand, Operand.CAST);
    rewriting.types.type();
    return new Operand(operand.first, rewriting.at.previous, Operand.CAST);
  }

  private Operand primary() {
    return switch (rewriting.at.type) {
      case PostgresLexer.LEFT_PARENTHESIS -> parentheses();
      case TokenList.LIST -> list();
      case PostgresLexer.WORD -> word();
      case PostgresLexer.QUOTED_IDENTIFIER, PostgresLexer.UNICODE_QUOTED_IDENTIFIER -> named();
      case PostgresLexer.PARAMETER,
          PostgresLexer.NUMBER,
          PostgresLexer.STRING,
          PostgresLexer.OPERATOR ->
          one(rewriting.next(), Operand.PRIMARY);
      default -> nothing();
    };
  }

  private static Operand one(SqlToken token, int level) {
    return new Operand(token, token, level);
  }

  /** Where an operand is missing; the text is no SQL. */
  private Operand nothing() {
    return one(rewriting.at, Operand.PRIMARY);
  }

  private Operand list() {
    SqlToken dots = rewriting.next();
    boolean on = rewriting.on(RewriteRule.FOLDED_LISTS);
    return one(on ? dots : TokenList.replace(dots, dots.type, "..."), Operand.PRIMARY);
  }

  /** A query, a row, or an expression in parentheses. */
  Operand parentheses() {
    SqlToken open = rewriting.next();
    SqlToken close = open.match;
    if (close == null) {
      return one(open, Operand.PRIMARY);
    }
    if (isQuery(open)) {
      rewriting.clauses.inside(close);
    } else {
      while (rewriting.at != close && !rewriting.at.isEnd()) {
        SqlToken before = rewriting.at;
        rewriting.functions.argument();
        rewriting.eatComma();
        if (rewriting.at == before) {
          rewriting.next();
        }
      }
    }
    rewriting.at = close.next;
    return new Operand(open, close, Operand.PRIMARY);
  }

  /** Whether a query stands in parentheses, and no expression that begins with one. */
  static boolean isQuery(SqlToken open) {
    SqlToken inside = open.next;
    if (Rewriting.isOneOf(inside, QUERY_WORDS)) {
      return inside.isKeyword();
    }
    SqlToken close = inside.match;
    if (!inside.isOpen() || close == null || !isQuery(inside)) {
      return false;
    }
    return close.next == open.match || Rewriting.isOneOf(close.next, QUERY_ENDS);
  }

  private Operand word() {
    SqlToken at = rewriting.at;
    if (!at.isKeyword()) {
      return constantOrName();
    }
    return switch (at.text) {
      case "CASE" -> caseOf();
      case "EXISTS" -> at.next.isOpen() ? exists() : nothing();
      case "ARRAY" -> array();
      case "CAST" -> castOf();
      case "NULL", "TRUE", "FALSE", "DEFAULT" -> one(rewriting.next(), Operand.PRIMARY);
      case "ANY", "SOME", "ALL" -> at.next.isOpen() ? quantified() : nothing();
      default -> keywordAsName();
    };
  }

  /** A condition for JSqlParser. */
  private Operand exists() {
    SqlToken word = rewriting.next();
    return new Operand(word, parentheses().last, Operand.NOT);
  }

  private Operand keywordAsName() {
    SqlToken at = rewriting.at;
    boolean function = at.next.isOpen() && FUNCTION_KEYWORDS.contains(at.text);
    boolean qualifier = at.next.type == PostgresLexer.DOT;
    return function || qualifier || NAME_KEYWORDS.contains(at.text) ? named() : nothing();
  }

  private Operand constantOrName() {
    SqlToken at = rewriting.at;
    if (Rewriting.isOneOf(at, CONSTANTS) && at.next.type != PostgresLexer.DOT) {
      rewriting.next();
      if (rewriting.seesOpen()) {
        rewriting.dropGroup();
      }
      return one(at, Operand.PRIMARY);
    }
    if (at.is("row") && at.next.isOpen()) {
      return row();
    }
    return named();
  }

  private Operand row() {
    if (!rewriting.on(RewriteRule.ROW_WORD)) {
      SqlToken row = rewriting.next();
      return new Operand(row, parentheses().last, Operand.PRIMARY);
    }
    rewriting.drop();
    return parentheses();
  }

  /** A typed literal, a column or a call. */
  private Operand named() {
    if (rewriting.types.isLiteral()) {
      return typedLiteral();
    }
    return rewriting.functions.call();
  }

  private Operand typedLiteral() {
    SqlToken before = rewriting.at.previous;
    rewriting.types.type();
    SqlToken type = before.next;
    SqlToken last = rewriting.at.previous;
    SqlToken value = rewriting.next();
    rewriting.types.dropFields();
    if (!rewriting.on(RewriteRule.TYPED_LITERALS)) {
      return new Operand(type, value, Operand.PRIMARY);
    }
    SqlToken moved = TokenList.insertBefore(type, value.type, value.text);
    TokenList.insertBefore(type, PostgresLexer.TYPE_CAST, "::");
    TokenList.remove(value);
    return new Operand(moved, last, Operand.CAST);
  }

  private Operand array() {
    SqlToken array = rewriting.next();
    if (rewriting.seesOpen()) {
      return new Operand(array, parentheses().last, Operand.PRIMARY);
    }
    SqlToken close = rewriting.at.match;
    elements();
    return new Operand(array, close == null ? array : close, Operand.PRIMARY);
  }

  /** The elements of an array, which may be arrays without the word. */
  private void elements() {
    SqlToken close = rewriting.at.match;
    if (rewriting.at.type != PostgresLexer.LEFT_BRACKET || close == null) {
      return;
    }
    rewriting.next();
    while (rewriting.at != close && !rewriting.at.isEnd()) {
      SqlToken before = rewriting.at;
      element();
      rewriting.eatComma();
      if (rewriting.at == before) {
        rewriting.next();
      }
    }
    rewriting.at = close.next;
  }

  private void element() {
    boolean on = rewriting.on(RewriteRule.ARRAY_ELEMENTS);
    if (rewriting.at.type == PostgresLexer.LEFT_BRACKET) {
      if (on) {
        rewriting.put("ARRAY");
      }
      elements();
      return;
    }
    SqlToken open = rewriting.at;
    boolean query = open.isOpen() && isQuery(open);
    SqlToken before = open.previous;
    Operand element = expressions.expression();
    boolean plain = before.next == open && open.isOpen() && open.match == element.last;
    if (on && plain && !query && !isRow(open)) {
      TokenList.remove(element.last);
      TokenList.remove(open);
    }
  }

  private static boolean isRow(SqlToken open) {
    SqlToken token = open.next;
    while (token != open.match && token.type != PostgresLexer.COMMA && !token.isEnd()) {
      SqlToken match = token.match;
      token = match == null || token.isClosing() ? token.next : match.next;
    }
    return token != open.match || open.next == open.match;
  }

  private Operand castOf() {
    SqlToken word = rewriting.next();
    SqlToken close = rewriting.at.match;
    if (!rewriting.seesOpen() || close == null) {
      return one(word, Operand.PRIMARY);
    }
    rewriting.next();
    expressions.value();
    if (rewriting.eat("AS")) {
      rewriting.types.type();
    }
    rewriting.at = close.next;
    return new Operand(word, close, Operand.PRIMARY);
  }

  /** {@code ANY (...)}, SOME and ALL. */
  Operand quantified() {
    SqlToken word = rewriting.next();
    SqlToken open = rewriting.at;
    boolean cast = open.next.isOpen() && isQuery(open.next) && !isQuery(open);
    Operand all = new Operand(word, parentheses().last, Operand.PRIMARY);
    if (cast && rewriting.on(RewriteRule.QUERY_IN_ANY)) {
      castQuery(open);
    }
    return all;
  }

  /** {@code (SELECT ...)::type} becomes {@code CAST((SELECT ...) AS type)}. */
  private static void castQuery(SqlToken open) {
    SqlToken query = open.next;
    SqlToken end = query.match;
    SqlToken close = open.match;
    if (end == null || close == null || end.next.type != PostgresLexer.TYPE_CAST) {
      return;
    }
    TokenList.insertBefore(query, PostgresLexer.WORD, "CAST");
    TokenList.wrap(query, close.previous);
    TokenList.replace(end.next, PostgresLexer.WORD, "AS");
  }

  private Operand caseOf() {
    SqlToken word = rewriting.next();
    if (!rewriting.sees("WHEN")) {
      expressions.require(expressions.expression(), Operand.CAST);
    }
    while (rewriting.eat("WHEN")) {
      expressions.expression();
      if (rewriting.eat("THEN")) {
        expressions.value();
      }
    }
    if (rewriting.eat("ELSE")) {
      expressions.value();
    }
    SqlToken last = rewriting.at;
    return rewriting.eat("END")
        ? new Operand(word, last, Operand.PRIMARY)
        : new Operand(word, rewriting.at.previous, Operand.PRIMARY);
  }
}
