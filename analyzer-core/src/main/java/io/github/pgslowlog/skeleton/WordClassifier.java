package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a word means where it stands, as far as its neighbours tell: {@code UPDATE} starts a
 * command, or belongs to {@code FOR UPDATE}, or is the name of a column.
 *
 * <p>In canonical text words in capitals are key words, all others names.
 */
final class WordClassifier {
  private static final List<String> SAME_EVERYWHERE =
      List.of(
          ("SELECT FROM WHERE HAVING WINDOW LIMIT OFFSET FETCH RETURNING INTO LATERAL ONLY AS ASC"
                  + " DESC AND OR NOT IN BETWEEN CASE WHEN THEN ELSE END DO COLLATE LIKE")
              .split(" "));

  /** Words that mean the same wherever they stand, and their token types. */
  private static final Map<String, Integer> FIXED = fixed();

  /** Words that mean something only beside others, or that PostgreSQL reserves. */
  private static final Set<String> OTHERS =
      Set.of(
          ("UPDATE INSERT DELETE MERGE VALUES TABLE WITH GROUP PARTITION ORDER BY UNION INTERSECT"
                  + " EXCEPT DISTINCT FOR ON CONFLICT USING SET NULLS ROWS ROW FIRST LAST NEXT IS"
                  + " SIMILAR TO ANY SOME ALL OVER EXISTS ARRAY NULL TRUE FALSE DEFAULT ILIKE CAST"
                  + " ANALYZE CHECK CONSTRAINT CREATE FOREIGN GRANT PRIMARY REFERENCES UNIQUE")
              .split(" "));

  private static final Set<String> JOIN_WORDS =
      Set.of("NATURAL", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "OUTER", "JOIN");

  /** Words that are names unless a rule says otherwise. */
  private static final Set<String> NAMES = Set.of("CONFLICT", "CAST");

  private static final Set<String> CONSTANTS = Set.of("NULL", "TRUE", "FALSE", "DEFAULT");

  /** Functions that are called without parentheses. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "current_date",
          "current_time",
          "current_timestamp",
          "current_user",
          "current_role",
          "current_catalog",
          "current_schema",
          "localtime",
          "localtimestamp",
          "session_user",
          "system_user",
          "user");

  /** Tokens before the name of a table. */
  private static final Set<Integer> TABLE_PLACES =
      Set.of(
          SqlSkeleton.FROM,
          SqlSkeleton.JOIN,
          SqlSkeleton.INTO,
          SqlSkeleton.UPDATE,
          SqlSkeleton.TABLE,
          SqlSkeleton.ONLY);

  private static final Set<Integer> OPERAND_ENDS =
      Set.of(
          SqlSkeleton.NAME,
          SqlSkeleton.VALUE,
          SqlSkeleton.NUMBER,
          SqlSkeleton.CLOSE,
          SqlSkeleton.RIGHT_BRACKET);

  private static final Set<Integer> SORT_ENDS =
      Set.of(SqlSkeleton.ASC, SqlSkeleton.DESC, SqlSkeleton.NULLS);

  private static final int MAX_OPERATOR_WORDS = 12;

  private final SkeletonLexer lexer;

  WordClassifier(SkeletonLexer lexer) {
    this.lexer = lexer;
  }

  private static Map<String, Integer> fixed() {
    Map<String, Integer> types = new HashMap<>();
    for (String word : SAME_EVERYWHERE) {
      types.put(word, type(word));
    }
    types.put("ILIKE", SqlSkeleton.LIKE);
    return types;
  }

  /** Whether a word in capitals means something to the skeleton. */
  static boolean isKeyword(String word) {
    return FIXED.containsKey(word) || JOIN_WORDS.contains(word) || OTHERS.contains(word);
  }

  private static int type(String symbol) {
    for (int type = 1; type <= SqlSkeleton.VOCABULARY.getMaxTokenType(); type++) {
      if (symbol.equals(SqlSkeleton.VOCABULARY.getSymbolicName(type))) {
        return type;
      }
    }
    throw new IllegalStateException("no token type " + symbol);
  }

  /** Reads the word at hand. */
  void read(String word) {
    if (!Character.isUpperCase(word.charAt(0))) {
      plain(word);
    } else if (isNamePlace(word)) {
      lexer.name();
    } else if (FIXED.containsKey(word)) {
      lexer.put(FIXED.get(word), 1);
    } else if (JOIN_WORDS.contains(word)) {
      join();
    } else if (!command(word) && !clause(word)) {
      other(word);
    }
  }

  /** {@code AS left}, {@code update.id}. */
  private boolean isNamePlace(String word) {
    boolean label = lexer.text(-1).equals("AS") && !word.equals("NOT") && !word.equals("SELECT");
    return label || lexer.isRaw(1, PostgresLexer.DOT);
  }

  private boolean opens(int offset) {
    return lexer.isRaw(offset, PostgresLexer.LEFT_PARENTHESIS);
  }

  private boolean next(String word) {
    return lexer.text(1).equals(word);
  }

  private void join() {
    if (opens(1) && !lexer.text(0).equals("JOIN") && !lexer.text(0).equals("INNER")) {
      lexer.name();
      return;
    }
    int count = 1;
    while (!lexer.text(count - 1).equals("JOIN") && JOIN_WORDS.contains(lexer.text(count))) {
      count++;
    }
    lexer.put(SqlSkeleton.JOIN, count);
  }

  // --- commands

  private boolean command(String word) {
    switch (word) {
      case "UPDATE" -> command(SqlSkeleton.UPDATE, next("ONLY") || lexer.isName(1));
      case "INSERT" -> command(SqlSkeleton.INSERT, next("INTO"));
      case "DELETE" -> command(SqlSkeleton.DELETE, next("FROM"));
      case "MERGE" -> command(SqlSkeleton.MERGE, next("INTO") || lexer.isPlainName(1));
      case "VALUES" -> lexer.put(opens(1) ? SqlSkeleton.VALUES : SqlSkeleton.KEYWORD, 1);
      case "TABLE" -> lexer.put(isTable() ? SqlSkeleton.TABLE : SqlSkeleton.KEYWORD, 1);
      case "WITH" -> lexer.put(isWith() ? SqlSkeleton.WITH : SqlSkeleton.KEYWORD, 1);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void command(int type, boolean fits) {
    int before = lexer.type(-1);
    if (fits && (before == -1 || before == SqlSkeleton.OPEN || before == SqlSkeleton.CLOSE)) {
      lexer.put(type, 1);
      return;
    }
    Set<String> action = Set.of("THEN", "DO", "FOR", "key");
    lexer.put(action.contains(lexer.text(-1)) ? SqlSkeleton.KEYWORD : SqlSkeleton.NAME, 1);
  }

  private boolean isTable() {
    return lexer.type(-1) != SqlSkeleton.INTO && (lexer.isPlainName(1) || next("ONLY"));
  }

  /** {@code WITH a AS}, {@code WITH a (b)}; not {@code f() WITH ORDINALITY AS a}. */
  private boolean isWith() {
    boolean recursive = next("recursive") && lexer.isName(2);
    boolean table = lexer.isPlainName(1) && (lexer.text(2).equals("AS") || opens(2));
    boolean ordinality = next("ordinality") && lexer.type(-1) == SqlSkeleton.CLOSE;
    return (recursive || table) && !ordinality;
  }

  // --- clauses

  private boolean clause(String word) {
    switch (word) {
      case "GROUP" -> pair("BY", SqlSkeleton.GROUP_BY, SqlSkeleton.KEYWORD);
      case "PARTITION" -> pair("BY", SqlSkeleton.PARTITION_BY, SqlSkeleton.NAME);
      case "ORDER" -> order();
      case "UNION", "INTERSECT", "EXCEPT" ->
          lexer.put(SqlSkeleton.SET_OPERATOR, next("ALL") || next("DISTINCT") ? 2 : 1);
      case "DISTINCT" -> pair("ON", SqlSkeleton.DISTINCT_ON, SqlSkeleton.DISTINCT);
      case "FOR" -> lexer.put(isLocking() ? SqlSkeleton.FOR : SqlSkeleton.KEYWORD, 1);
      case "ON" -> on();
      case "USING" -> using();
      case "SET" -> lexer.put(isSet() ? SqlSkeleton.SET : SqlSkeleton.NAME, 1);
      case "NULLS" -> nulls();
      case "ROWS" -> rows();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void pair(String second, int both, int alone) {
    lexer.put(next(second) ? both : alone, next(second) ? 2 : 1);
  }

  private void order() {
    if (next("siblings") && lexer.text(2).equals("BY")) {
      lexer.put(SqlSkeleton.ORDER_BY, 3);
    } else {
      pair("BY", SqlSkeleton.ORDER_BY, SqlSkeleton.KEYWORD);
    }
  }

  private boolean isLocking() {
    return Set.of("UPDATE", "share", "no", "key").contains(lexer.text(1));
  }

  private void on() {
    boolean conflict =
        next("CONFLICT") && (opens(2) || Set.of("DO", "ON", "WHERE", "").contains(lexer.text(2)));
    lexer.put(conflict ? SqlSkeleton.ON_CONFLICT : SqlSkeleton.ON, conflict ? 2 : 1);
  }

  /** {@code ORDER BY a USING >} is a direction. */
  private void using() {
    if (lexer.isRaw(1, PostgresLexer.OPERATOR)) {
      lexer.put(lexer.text(1).startsWith(">") ? SqlSkeleton.DESC : SqlSkeleton.ASC, 2);
    } else {
      lexer.put(SqlSkeleton.USING, 1);
    }
  }

  private boolean isSet() {
    return lexer.isPlainName(1) || opens(1) || lexer.isName(1) && !FIXED.containsKey(lexer.text(1));
  }

  private void nulls() {
    boolean order = next("FIRST") || next("LAST");
    lexer.put(order ? SqlSkeleton.NULLS : SqlSkeleton.KEYWORD, order ? 2 : 1);
  }

  private void rows() {
    lexer.put(isFrame() ? SqlSkeleton.FRAME : SqlSkeleton.KEYWORD, 1);
  }

  /** {@code OVER (ORDER BY a ROWS BETWEEN ...)}: it follows an operand. */
  private boolean isFrame() {
    boolean bound =
        Set.of("BETWEEN", "unbounded", "current").contains(lexer.text(1))
            || Set.of("preceding", "following").contains(lexer.text(2));
    return bound && (OPERAND_ENDS.contains(lexer.type(-1)) || SORT_ENDS.contains(lexer.type(-1)));
  }

  // --- conditions

  private void other(String word) {
    switch (word) {
      case "IS" -> is();
      case "SIMILAR" -> pair("TO", SqlSkeleton.LIKE, SqlSkeleton.KEYWORD);
      case "ANY", "SOME", "ALL" ->
          lexer.put(opens(1) ? SqlSkeleton.QUANTIFIER : SqlSkeleton.KEYWORD, 1);
      case "OVER" ->
          lexer.put(opens(1) || lexer.isPlainName(1) ? SqlSkeleton.OVER : SqlSkeleton.NAME, 1);
      case "EXISTS" -> lexer.put(opens(1) ? SqlSkeleton.EXISTS : SqlSkeleton.NAME, 1);
      case "ARRAY" -> {
        boolean array = opens(1) || lexer.isRaw(1, PostgresLexer.LEFT_BRACKET);
        lexer.put(array ? SqlSkeleton.ARRAY : SqlSkeleton.KEYWORD, 1);
      }
      default -> lexer.put(rest(word), 1);
    }
  }

  private static int rest(String word) {
    if (CONSTANTS.contains(word)) {
      return SqlSkeleton.CONSTANT;
    }
    return NAMES.contains(word) ? SqlSkeleton.NAME : SqlSkeleton.KEYWORD;
  }

  private void is() {
    int not = next("NOT") ? 1 : 0;
    if (lexer.text(1 + not).equals("DISTINCT") && lexer.text(2 + not).equals("FROM")) {
      lexer.put(SqlSkeleton.OPERATOR, 3 + not);
    } else {
      lexer.put(SqlSkeleton.IS, 1);
    }
  }

  // --- words that are no key words of canonical text

  private void plain(String word) {
    boolean afterOperand = lexer.type(-1) == SqlSkeleton.CLOSE;
    if (lexer.isRaw(1, PostgresLexer.DOT)) {
      lexer.name();
      return;
    }
    switch (word) {
      case "recursive" ->
          lexer.put(
              lexer.type(-1) == SqlSkeleton.WITH && !next("AS")
                  ? SqlSkeleton.RECURSIVE
                  : SqlSkeleton.NAME,
              1);
      case "rows", "range", "groups" -> rowsOrRange();
      case "at" -> at();
      case "qualify" -> lexer.put(isClause() ? SqlSkeleton.HAVING : SqlSkeleton.NAME, 1);
      case "operator" -> operator();
      case "overlaps" ->
          lexer.put(
              afterOperand && opens(1) ? SqlSkeleton.OPERATOR : SqlSkeleton.NAME, "OVERLAPS", 1);
      case "filter" ->
          lexer.put(afterOperand && opens(1) ? SqlSkeleton.FILTER : SqlSkeleton.NAME, 1);
      case "within" -> pair("GROUP", SqlSkeleton.WITHIN_GROUP, SqlSkeleton.NAME);
      case "grouping" -> lexer.put(SqlSkeleton.NAME, next("sets") && opens(2) ? 2 : 1);
      default -> name(word);
    }
  }

  private void name(String word) {
    boolean empty = opens(1) && lexer.isRaw(2, PostgresLexer.RIGHT_PARENTHESIS);
    if (FUNCTIONS.contains(word) && empty) {
      lexer.put(SqlSkeleton.CONSTANT, word, 3);
    } else if (FUNCTIONS.contains(word) && !opens(1) && !TABLE_PLACES.contains(lexer.type(-1))) {
      lexer.put(SqlSkeleton.CONSTANT, 1);
    } else {
      lexer.name();
    }
  }

  /** {@code FROM ROWS FROM (f(), g())}: one word. */
  private void rowsOrRange() {
    boolean calls = lexer.isName(3) && (opens(4) || lexer.isRaw(4, PostgresLexer.DOT));
    Set<Integer> before =
        Set.of(SqlSkeleton.FROM, SqlSkeleton.JOIN, SqlSkeleton.LATERAL, SqlSkeleton.COMMA);
    boolean from = next("FROM") && opens(2) && calls && before.contains(lexer.type(-1));
    if (from) {
      lexer.put(SqlSkeleton.NAME, "rows", 2);
    } else {
      lexer.put(isFrame() ? SqlSkeleton.FRAME : SqlSkeleton.NAME, 1);
    }
  }

  /** Whether the word follows an operand and a name follows it: of no operator, so of a clause. */
  private boolean isClause() {
    return OPERAND_ENDS.contains(lexer.type(-1)) && lexer.isName(1);
  }

  private void at() {
    if (next("time") && lexer.text(2).equals("zone")) {
      lexer.put(SqlSkeleton.OPERATOR, "AT TIME ZONE", 3);
    } else {
      lexer.put(SqlSkeleton.NAME, 1);
    }
  }

  /** {@code OPERATOR(pg_catalog.=)}. */
  private void operator() {
    int end = 1;
    while (opens(1)
        && end < MAX_OPERATOR_WORDS
        && !lexer.isRaw(end, PostgresLexer.RIGHT_PARENTHESIS)) {
      end++;
    }
    if (!lexer.isRaw(end - 1, PostgresLexer.OPERATOR)) {
      lexer.put(SqlSkeleton.NAME, 1);
      return;
    }
    String sign = lexer.text(end - 1);
    lexer.put(sign.equals("=") ? SqlSkeleton.EQUALS : SqlSkeleton.OPERATOR, sign, end + 1);
  }
}
