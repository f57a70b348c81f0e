package io.github.pgslowlog.rewrite;

/**
 * What is written in another way for JSqlParser 5.4; each rule can be switched off.
 *
 * <p>Each says what PostgreSQL's grammar has, what JSqlParser makes of it, and what it gets
 * instead.
 */
enum RewriteRule {
  /**
   * Names: {@code settings = $1}. JSqlParser reserves words that PostgreSQL does not, and reads
   * units of time as such. All names get quotes: {@code "settings" = $1}.
   */
  NAMES,
  /** {@code "we.ird"}: taken apart at the dot. {@code "#id k"}. */
  ODD_NAMES,
  /**
   * {@code a @> b}: other precedence than PostgreSQL's, or unknown. {@code a || "#op k" || b},
   * which has the precedence of all other operators.
   */
  OPERATORS,
  /** {@code a OPERATOR(pg_catalog.=) b}: unknown. {@code a = b}. */
  NAMED_OPERATORS,
  /** {@code a !~~* b}: unknown. {@code a NOT ILIKE b}. */
  LIKE_OPERATORS,
  /** {@code @ a}, {@code !! a}: unknown. {@code "#op k" || a}. */
  PREFIX_OPERATORS,
  /**
   * {@code a = b IS TRUE}, {@code a = b LIKE c}, {@code THEN a = b}: rejected. Parentheses round
   * what PostgreSQL takes as an operand.
   */
  PRECEDENCE,
  /**
   * {@code a IS JSON OBJECT}, {@code a IS NOT NORMALIZED}, {@code a IS DOCUMENT}: unknown. {@code a
   * || "#op k" || NULL}, the operator being {@code IS JSON OBJECT}.
   */
  TESTS,
  /** {@code inet $1}, {@code double precision $1}: unknown. {@code $1::inet}. */
  TYPED_LITERALS,
  /**
   * {@code numeric($1,$2)}, {@code timestamp($1) with time zone}, {@code interval day to second}:
   * takes no parameters there. Modifiers and fields are dropped.
   */
  TYPE_MODIFIERS,
  /** {@code IN (...)}: no SQL. {@code IN ("#list k")}. */
  FOLDED_LISTS,
  /** {@code ROW(a, b)}: rejected in SET. {@code (a, b)}. */
  ROW_WORD,
  /** {@code f(VARIADIC a)}, {@code f(x => a)}, {@code f(ALL a)}: the word is dropped. */
  ARGUMENT_WORDS,
  /**
   * {@code ARRAY[[(a, b)], [(c, d)]]}, {@code ARRAY[(a), b, (c)]}: rejected. {@code ARRAY[ARRAY[(a,
   * b)], ARRAY[(c, d)]]}, {@code ARRAY[a, b, c]}.
   */
  ARRAY_ELEMENTS,
  /** {@code = ANY ((SELECT a)::text[])}: rejected. {@code = ANY (CAST((SELECT a) AS text[]))}. */
  QUERY_IN_ANY,
  /** {@code a[1:2]}: read as part of the name. {@code (a)[1][2]}; a missing bound is dropped. */
  SUBSCRIPTS,
  /** {@code (a).b.c}: rejected. {@code ((a).b).c}; {@code (t).*} is {@code t.*}. */
  FIELDS,
  /** {@code f(a) WITHIN GROUP (ORDER BY b)}: no FILTER behind it. {@code f(a ORDER BY b)}. */
  WITHIN_GROUP,
  /** {@code OVER (w ORDER BY a)}: rejected. The name goes unless it is alone. */
  WINDOW_NAMES,
  /** {@code ROWS BETWEEN ... EXCLUDE ...}: frames hold no columns and are dropped. */
  WINDOW_FRAMES,
  /**
   * {@code overlay(a PLACING b FROM c)}, {@code substring(a SIMILAR b ESCAPE c)}, {@code trim(BOTH
   * a FROM b)}: partly unknown. Calls with commas: {@code "overlay"(a, b, c)}.
   */
  FUNCTION_SYNTAX,
  /**
   * Constructors and queries of JSON and XML: partly unknown. Calls with commas that keep the
   * expressions; types, formats and behaviour on errors are dropped, columns become those of the
   * alias.
   */
  JSON_AND_XML,
  /** {@code a AT LOCAL}: unknown. {@code a AT TIME ZONE NULL}. */
  AT_LOCAL,
  /** {@code SELECT FROM t}: rejected, or a wrong tree. {@code SELECT NULL FROM t}. */
  EMPTY_OUTPUT,
  /** {@code SELECT a INTO TEMP x FROM t}: the table is dropped. */
  INTO,
  /** {@code FROM ONLY t}, {@code FROM t *}: partly unknown. The word and the star are dropped. */
  ONLY,
  /** {@code FROM t TABLESAMPLE system (1) REPEATABLE (2)}: dropped, with the arguments. */
  TABLESAMPLE,
  /** {@code a JOIN b JOIN c ON d ON e}: wrong tree. {@code a JOIN (b JOIN c ON d) ON e}. */
  JOIN_NESTING,
  /** {@code a JOIN b USING (c) AS x}: rejected. The alias is dropped. */
  JOIN_ALIAS,
  /**
   * {@code GROUP BY DISTINCT a, GROUPING SETS (b, (c, d), ())}: rejected unless alone. {@code GROUP
   * BY a, ROLLUP (b, (c, d))}.
   */
  GROUPING_SETS,
  /** {@code ORDER BY a USING >}: rejected. {@code ORDER BY a DESC}. */
  SORT_OPERATOR,
  /** {@code FOR UPDATE OF a FOR SHARE OF b NOWAIT}: takes one. {@code FOR UPDATE}. */
  LOCKING,
  /** {@code TABLE t}: rejected in WITH, UNION and INSERT. {@code SELECT * FROM t}. */
  TABLE_COMMAND,
  /** {@code WHERE CURRENT OF c}: rejected. Dropped. */
  CURRENT_OF,
  /** {@code SET a[1].b = c}, {@code INSERT INTO t (a.b)}: the column alone. */
  TARGETS,
  /**
   * {@code SET a = b, (c, d) = (e, f)}: rejected unless it comes first and alone. {@code SET a = b,
   * c = e, d = f}; of other rows, {@code (c, d) = f(e)}, the first column gets all: {@code c =
   * f(e), d = DEFAULT}.
   */
  SET_ROW,
  /** {@code DELETE FROM t USING a JOIN b ON c}: rejected. {@code USING (a JOIN b ON c)}. */
  USING_JOIN,
  /**
   * {@code MERGE ... THEN DO NOTHING}, {@code THEN INSERT DEFAULT VALUES}: rejected. {@code THEN
   * DELETE}, or {@code THEN INSERT VALUES ("#op k")} where that is not allowed; the condition
   * stays.
   */
  MERGE_ACTIONS,
  /** {@code INSERT ... OVERRIDING SYSTEM VALUE}: unknown in MERGE. Dropped. */
  OVERRIDING,
  /** {@code WITH ... SEARCH ... SET x}, {@code CYCLE ... SET x USING y}: dropped. */
  SEARCH_AND_CYCLE,
  /** {@code RETURNING WITH (OLD AS o) o.a}: passed over. {@code RETURNING old.a}. */
  RETURNING_ALIASES,
  /** {@code ROWS FROM (f(a) AS (x int), g(b))}: definitions of columns are dropped. */
  ROWS_FROM
}
