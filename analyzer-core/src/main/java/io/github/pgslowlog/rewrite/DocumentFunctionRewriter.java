package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Functions of JSON and XML with a syntax of their own: what is left is a call with commas.
 *
 * <p>Source: {@code func_expr_common_subexpr}, {@code json_table} and {@code xmltable} in
 * PostgreSQL's grammar.
 */
final class DocumentFunctionRewriter {
  private static final Set<String> NAMES =
      Set.of(
          ("JSON JSON_ARRAY JSON_ARRAYAGG JSON_EXISTS JSON_OBJECT JSON_OBJECTAGG JSON_QUERY"
                  + " JSON_SCALAR JSON_SERIALIZE JSON_TABLE JSON_VALUE XMLATTRIBUTES XMLELEMENT"
                  + " XMLEXISTS XMLFOREST XMLPARSE XMLPI XMLROOT XMLSERIALIZE XMLTABLE")
              .split(" "));

  private static final Set<String> BEHAVIOURS =
      Set.of("ERROR", "EMPTY", "NULL", "TRUE", "FALSE", "UNKNOWN", "ABSENT", "OMIT", "KEEP");

  /** Words that mean nothing for columns, each with those that may follow. */
  private static final Set<String> NOISE =
      Set.of(
          ("FORMAT ENCODING UTF8 UTF16 UTF32 UNIQUE KEYS CONDITIONAL UNCONDITIONAL WRAPPER QUOTES"
                  + " SCALAR STRING CONTENT DOCUMENT INDENT NO STANDALONE YES VERSION REF BY STRIP"
                  + " PRESERVE WHITESPACE WITHOUT WITH")
              .split(" "));

  private final Rewriting rewriting;

  /** Columns of the table function read last. */
  private final List<String> columns = new ArrayList<>();

  DocumentFunctionRewriter(Rewriting rewriting) {
    this.rewriting = rewriting;
  }

  boolean isOne(SqlToken word) {
    return rewriting.on(RewriteRule.JSON_AND_XML) && Rewriting.isOneOf(word, NAMES);
  }

  /** The names of the columns that the last table function defined; forgets them. */
  List<String> takeColumns() {
    List<String> taken = List.copyOf(columns);
    columns.clear();
    return taken;
  }

  /** Reads to the closing parenthesis. */
  void arguments(SqlToken close) {
    while (rewriting.at != close && !rewriting.at.isEnd()) {
      SqlToken before = rewriting.at;
      if (!comma() && !words(close)) {
        argument(close);
      }
      if (rewriting.at == before) {
        rewriting.drop();
      }
    }
    if (close.previous.type == PostgresLexer.COMMA) {
      TokenList.remove(close.previous);
    }
  }

  private boolean comma() {
    if (!rewriting.seesComma() && rewriting.at.type != PostgresLexer.COLON) {
      return false;
    }
    rewriting.drop();
    return true;
  }

  private boolean words(SqlToken close) {
    SqlToken at = rewriting.at;
    if (!at.isWord()) {
      return false;
    }
    return switch (at.text.toLowerCase(Locale.ROOT)) {
      case "order" -> orderBy();
      case "returning", "as" -> typeOrName();
      case "default", "on" -> dropWord();
      case "columns" -> columns(close);
      case "xmlnamespaces", "passing", "name", "value", "error", "empty" -> dropped(close);
      default -> noise();
    };
  }

  private boolean orderBy() {
    rewriting.clauses.orderBy();
    return true;
  }

  private boolean dropWord() {
    rewriting.drop();
    return true;
  }

  private boolean dropped(SqlToken close) {
    SqlToken at = rewriting.at;
    boolean group = at.is("xmlnamespaces") && at.next.isOpen();
    boolean column = at.next == close || at.next.type == PostgresLexer.COMMA || isOperand(at);
    if (!group && column) {
      return behaviour();
    }
    rewriting.drop();
    if (group) {
      rewriting.dropGroup();
    } else if (at.is("name")) {
      rewriting.drop();
    } else if (!at.is("passing") && !at.is("value")) {
      rewriting.drop("ARRAY");
      rewriting.drop("object");
    }
    return true;
  }

  /** Whether a word is the start of an expression rather than of a clause. */
  private static boolean isOperand(SqlToken at) {
    SqlToken next = at.next;
    return next.type == PostgresLexer.DOT
        || next.type == PostgresLexer.TYPE_CAST
        || next.type == PostgresLexer.COLON
        || next.isOperator()
        || next.isOpen();
  }

  private boolean typeOrName() {
    SqlToken first = rewriting.next();
    if (rewriting.sees("json", "FORMAT")) {
      rewriting.next();
    } else {
      rewriting.types.type();
    }
    rewriting.dropFrom(first);
    return true;
  }

  private boolean noise() {
    SqlToken at = rewriting.at;
    if (Rewriting.isWord(at, "json") && Rewriting.isWord(at.previous, "format")) {
      rewriting.drop();
      return true;
    }
    if (Rewriting.isWord(at, "ARRAY") && Rewriting.isWord(at.next, "wrapper")) {
      rewriting.drop();
      return true;
    }
    if (Rewriting.isWord(at, "format") && Rewriting.isWord(at.next, "json")) {
      rewriting.drop();
      rewriting.drop();
      return true;
    }
    if (Rewriting.isOneOf(at, NOISE) && !endsArgument(at.next) && !isOperand(at)) {
      rewriting.drop();
      return true;
    }
    boolean last = !at.previous.isOpen() && at.previous.type != PostgresLexer.COMMA;
    if (last && Rewriting.isOneOf(at, NOISE)) {
      rewriting.drop();
      return true;
    }
    return behaviour();
  }

  private static boolean endsArgument(SqlToken token) {
    return token.type == PostgresLexer.COMMA || token.isClosing();
  }

  /** {@code NULL ON EMPTY} and its like. */
  private boolean behaviour() {
    SqlToken at = rewriting.at;
    if (!Rewriting.isOneOf(at, BEHAVIOURS)) {
      boolean on = Rewriting.isWord(at.previous, "ON") || Rewriting.isWord(at, "ON");
      return on;
    }
    boolean on = Rewriting.isWord(at.next, "ON");
    boolean shape =
        (Rewriting.isWord(at.next, "ARRAY") || Rewriting.isWord(at.next, "object"))
            && Rewriting.isWord(at.next.next, "ON");
    if (shape) {
      rewriting.drop();
      rewriting.drop();
    } else if (on) {
      rewriting.drop();
    } else {
      return false;
    }
    rewriting.drop();
    rewriting.drop();
    return true;
  }

  private void argument(SqlToken close) {
    SqlToken before = rewriting.at.previous;
    boolean first = before.isOpen() && before.match == close;
    if (!first && before.type != PostgresLexer.COMMA) {
      rewriting.put(PostgresLexer.COMMA, ",");
    }
    if (rewriting.at.is("SELECT") || rewriting.at.is("WITH") || rewriting.at.is("VALUES")) {
      query(close);
    } else {
      rewriting.expressions.expression();
      dropOnAction();
    }
  }

  /** {@code ON EMPTY} behind the expression of DEFAULT; {@code ON NULL}. */
  private void dropOnAction() {
    while (rewriting.sees("ON")) {
      rewriting.drop();
      rewriting.drop();
    }
  }

  /** {@code JSON_ARRAY(SELECT ... RETURNING type)}. */
  private void query(SqlToken close) {
    SqlToken first = rewriting.at;
    SqlToken behind = first;
    while (behind != close && !behind.isEnd() && !behind.is("RETURNING") && !behind.is("format")) {
      behind = behind(behind);
    }
    rewriting.at = TokenList.wrap(first, behind.previous)[0];
    rewriting.expressions.expression();
  }

  /** {@code COLUMNS (a type PATH $1, NESTED $2 COLUMNS (...))}: the names are kept aside. */
  private boolean columns(SqlToken close) {
    SqlToken word = rewriting.at;
    SqlToken open = word.next;
    SqlToken end = open.isOpen() ? open.match : close;
    if (end == null || !open.isOpen() && !open.isName()) {
      return false;
    }
    collect(open.isOpen() ? open.next : open, end);
    rewriting.at = open.isOpen() ? end.next : end;
    rewriting.dropFrom(word);
    return true;
  }

  private void collect(SqlToken first, SqlToken end) {
    boolean start = true;
    for (SqlToken token = first; token != end && !token.isEnd(); token = behind(token)) {
      if (start && token.isName() && !token.is("nested")) {
        columns.add(token.text);
      }
      start = token.type == PostgresLexer.COMMA;
      SqlToken open = token.next;
      if (Rewriting.isWord(token, "columns") && open.isOpen() && open.match != null) {
        collect(open.next, open.match);
      }
    }
  }

  private static SqlToken behind(SqlToken token) {
    SqlToken match = token.match;
    return token.isOpen() && match != null ? match.next : token.next;
  }
}
