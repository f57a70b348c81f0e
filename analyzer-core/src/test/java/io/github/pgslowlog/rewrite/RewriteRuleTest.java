package io.github.pgslowlog.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.parser.AbstractJSqlParser.Dialect;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each rule that writes canonical text for JSqlParser: what becomes of a statement, and that it is
 * needed. When a statement is not rejected without its rule any more, the rule may retire.
 */
final class RewriteRuleTest {
  private static final String RULES =
      """
          NAMES              ; rejected ; SELECT settings FROM t WHERE csv = $1 ; SELECT "settings" FROM "t" WHERE "csv" = $1
          NAMES              ; rejected ; SELECT a::path, b::integer FROM t ; SELECT "a" :: "path", "b" :: integer FROM "t"
          ODD_NAMES          ; misread  ; SELECT "a.b" FROM "x.y" ; SELECT "#id 0" FROM "#id 1"
          OPERATORS          ; rejected ; SELECT a FROM t WHERE b <-> c < $1 ; SELECT "a" FROM "t" WHERE "b" || "#op 0" || "c" < $1
          OPERATORS          ; rejected ; SELECT a ->> $1 FROM t WHERE b @? $2 ; SELECT "a" || "#op 0" || $1 FROM "t" WHERE "b" || "#op 1" || $2
          NAMED_OPERATORS    ; rejected ; SELECT a FROM t WHERE b operator(pg_catalog.=) $1 ; SELECT "a" FROM "t" WHERE "b" = $1
          LIKE_OPERATORS     ; misread  ; SELECT a FROM t WHERE b !~~* $1 ; SELECT "a" FROM "t" WHERE "b" NOT ILIKE $1
          PREFIX_OPERATORS   ; rejected ; SELECT |/ a FROM t WHERE ?- b ; SELECT "#op 0" || "a" FROM "t" WHERE "#op 1" || "b"
          PRECEDENCE         ; rejected ; SELECT a FROM t WHERE b = c IS TRUE ; SELECT "a" FROM "t" WHERE ("b" = "c") IS TRUE
          PRECEDENCE         ; rejected ; SELECT a FROM t WHERE b = c LIKE d ; SELECT "a" FROM "t" WHERE "b" = ("c" LIKE "d")
          PRECEDENCE         ; rejected ; SELECT CASE WHEN a THEN b = c END FROM t ; SELECT CASE WHEN "a" THEN ("b" = "c") END FROM "t"
          PRECEDENCE         ; misread  ; SELECT a || b - c FROM t ; SELECT "a" || ("b" - "c") FROM "t"
          TESTS              ; rejected ; SELECT a FROM t WHERE b IS NOT json object ; SELECT "a" FROM "t" WHERE "b" || "#op 0" || NULL
          TYPED_LITERALS     ; rejected ; SELECT a FROM t WHERE b << inet $1 ; SELECT "a" FROM "t" WHERE "b" || "#op 0" || $1 :: "inet"
          TYPED_LITERALS     ; rejected ; SELECT double precision $1, timestamp with time zone $2 ; SELECT $1 :: double precision, $2 :: timestamp with time zone
          TYPE_MODIFIERS     ; rejected ; SELECT a::numeric($1, $2), b::timestamp($3) with time zone FROM t ; SELECT "a" :: numeric, "b" :: timestamp with time zone FROM "t"
          FOLDED_LISTS       ; rejected ; SELECT a FROM t WHERE b IN (...) AND c = ANY (ARRAY[...]) ; SELECT "a" FROM "t" WHERE "b" IN ("#list 1") AND "c" = ANY (ARRAY [ "#list 2" ])
          ROW_WORD           ; misread  ; SELECT a FROM t WHERE row(b, c) = row(d, e) ; SELECT "a" FROM "t" WHERE ("b", "c") = ("d", "e")
          ARGUMENT_WORDS     ; rejected ; SELECT f(variadic a), g(x => b) ; SELECT "f"("a"), "g"("b")
          ARRAY_ELEMENTS     ; rejected ; SELECT ARRAY[[(a, b)], [(c, d)]], ARRAY[(a - b), c, (d - e)] ; SELECT ARRAY [ ARRAY [ ("a", "b") ], ARRAY [ ("c", "d") ] ], ARRAY [ "a" - "b", "c", "d" - "e" ]
          QUERY_IN_ANY       ; rejected ; SELECT a FROM t WHERE b = ANY ((SELECT c FROM u)::integer[]) ; SELECT "a" FROM "t" WHERE "b" = ANY (CAST ((SELECT "c" FROM "u") AS integer [ ]))
          SUBSCRIPTS         ; rejected ; SELECT a[$1:$2], b[:$3], c[:] FROM t ; SELECT ("a") [ $1 ] [ $2 ], ("b") [ $3 ], "c" FROM "t"
          FIELDS             ; rejected ; SELECT (a).b.c, (t).* FROM t ; SELECT (("a")."b")."c", "t".* FROM "t"
          WITHIN_GROUP       ; rejected ; SELECT mode() within GROUP (ORDER BY a) filter (WHERE b) FROM t ; SELECT "mode"(NULL ORDER BY "a") filter (WHERE "b") FROM "t"
          WINDOW_NAMES       ; rejected ; SELECT f(a) OVER (w ORDER BY b), g(a) OVER (w) FROM t WINDOW w AS (PARTITION BY c) ; SELECT "f"("a") OVER (ORDER BY "b"), "g"("a") OVER "w" FROM "t" WINDOW "w" AS (PARTITION BY "c")
          WINDOW_FRAMES      ; misread  ; SELECT f(a) OVER (ORDER BY b range BETWEEN interval $1 preceding AND current row) FROM t ; SELECT "f"("a") OVER (ORDER BY "b") FROM "t"
          FUNCTION_SYNTAX    ; rejected ; SELECT substring(a SIMILAR b escape c), overlay(d placing e FROM f), extract($1 FROM g) ; SELECT "substring"("a", "b", "c"), "overlay"("d", "e", "f"), "extract"($1, "g")
          JSON_AND_XML       ; rejected ; SELECT json_object(a : b absent ON NULL RETURNING jsonb), json_value(c, $1 RETURNING integer DEFAULT d ON empty) ; SELECT "json_object"("a", "b"), "json_value"("c", $1, "d")
          JSON_AND_XML       ; rejected ; SELECT xmlelement(name x, xmlattributes(a AS b), c), xmlserialize(content d AS text) ; SELECT "xmlelement"("xmlattributes"("a"), "c"), "xmlserialize"("d")
          JSON_AND_XML       ; rejected ; SELECT j.c FROM t, json_table(t.a, $1 columns (c integer path $2, d text)) AS j ; SELECT "j"."c" FROM "t", "json_table"("t"."a", $1) AS "j"("c", "d")
          AT_LOCAL           ; rejected ; SELECT a at local FROM t ; SELECT "a" at time zone NULL FROM "t"
          EMPTY_OUTPUT       ; rejected ; SELECT FROM t ; SELECT NULL FROM "t"
          INTO               ; rejected ; SELECT a INTO temp x FROM t ; SELECT "a" FROM "t"
          ONLY               ; rejected ; SELECT a FROM t, ONLY (u), v * ; SELECT "a" FROM "t", ("u"), "v"
          TABLESAMPLE        ; rejected ; SELECT a FROM t tablesample bernoulli ($1 + b) repeatable ($2) ; SELECT "a" FROM "t"
          JOIN_NESTING       ; misread  ; SELECT $1 FROM a LEFT JOIN b JOIN c ON d ON e ; SELECT $1 FROM "a" LEFT JOIN ("b" JOIN "c" ON "d") ON "e"
          JOIN_ALIAS         ; rejected ; SELECT $1 FROM a JOIN b USING (c) AS x ; SELECT $1 FROM "a" JOIN "b" USING ("c")
          GROUPING_SETS      ; rejected ; SELECT a FROM t GROUP BY DISTINCT a, grouping sets (b, cube (c, d), ()) ; SELECT "a" FROM "t" GROUP BY "a", ROLLUP ("b", ROLLUP ("c", "d"))
          SORT_OPERATOR      ; rejected ; SELECT a FROM t ORDER BY b USING >, c USING operator(s.<) ; SELECT "a" FROM "t" ORDER BY "b" DESC, "c"
          LOCKING            ; rejected ; SELECT a FROM t, u FOR UPDATE OF t FOR share OF u skip locked ; SELECT "a" FROM "t", "u" FOR UPDATE
          TABLE_COMMAND      ; rejected ; WITH x AS (TABLE t) SELECT a FROM x UNION TABLE u ; WITH "x" AS (SELECT * FROM "t") SELECT "a" FROM "x" UNION SELECT * FROM "u"
          CURRENT_OF         ; rejected ; DELETE FROM t WHERE current of c ; DELETE FROM "t"
          TARGETS            ; rejected ; UPDATE t SET a[$1].b = c, d.e = f ; UPDATE "t" SET "a" = "c", "d" = "f"
          SET_ROW            ; rejected ; UPDATE t SET a = $1, (b, c) = row(d, e), (f, g) = (SELECT h, i FROM u) ; UPDATE "t" SET "a" = $1, "b" = "d", "c" = "e", "f" = (SELECT "h", "i" FROM "u"), "g" = DEFAULT
          USING_JOIN         ; rejected ; DELETE FROM t USING u JOIN v ON u.a = v.a WHERE t.b = u.b ; DELETE FROM "t" USING ("u" JOIN "v" ON "u"."a" = "v"."a") WHERE "t"."b" = "u"."b"
          MERGE_ACTIONS      ; rejected ; MERGE INTO t USING u ON t.a = u.a WHEN matched THEN DO nothing WHEN NOT matched THEN INSERT DEFAULT VALUES ; MERGE INTO "t" USING "u" ON "t"."a" = "u"."a" WHEN matched THEN DELETE WHEN NOT matched THEN INSERT VALUES ("#op 0")
          OVERRIDING         ; rejected ; MERGE INTO t USING u ON t.a = u.a WHEN NOT matched THEN INSERT (a) overriding system value VALUES (u.a) ; MERGE INTO "t" USING "u" ON "t"."a" = "u"."a" WHEN NOT matched THEN INSERT ("a") VALUES ("u"."a")
          SEARCH_AND_CYCLE   ; misread  ; WITH recursive x AS (SELECT a FROM t) search depth FIRST BY a SET b cycle a SET c TO $1 DEFAULT $2 USING d SELECT e FROM x ; WITH recursive "x" AS (SELECT "a" FROM "t") SELECT "e" FROM "x"
          RETURNING_ALIASES  ; misread  ; UPDATE t SET a = $1 RETURNING WITH (old AS o) o.a ; UPDATE "t" SET "a" = $1 RETURNING "old"."a"
          ROWS_FROM          ; rejected ; SELECT x FROM rows FROM (f(a) AS (x integer), g(b)) AS y ; SELECT "x" FROM rows FROM ("f"("a"), "g"("b")) AS "y"
      """;

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = RULES)
  void writesForTheParser(RewriteRule rule, String without, String canonical, String written) {
    String text = rewrite(canonical, EnumSet.allOf(RewriteRule.class));

    assertThat(text).isEqualTo(written);
    assertThat(isAccepted(text)).as("accepted").isTrue();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = RULES)
  void isNeeded(RewriteRule rule, String without, String canonical, String written) {
    String text = rewrite(canonical, EnumSet.complementOf(EnumSet.of(rule)));

    assertThat(text).isNotEqualTo(written);
    assertThat(isAccepted(text)).as(text).isEqualTo(without.equals("misread"));
  }

  @Test
  void everyRuleHasAStatement() {
    Set<String> tested =
        RULES
            .lines()
            .map(line -> line.substring(0, line.indexOf(';')).strip())
            .collect(Collectors.toSet());

    assertThat(Arrays.stream(RewriteRule.values()).map(Enum::name)).allMatch(tested::contains);
  }

  private static String rewrite(String canonical, Set<RewriteRule> rules) {
    List<Rewritten> commands = TokenRewriter.rewrite(canonical, rules);
    assertThat(commands).hasSize(1);
    return commands.get(0).text();
  }

  private static boolean isAccepted(String text) {
    try {
      return CCJSqlParserUtil.newParser(text)
              .withDialect(Dialect.POSTGRESQL)
              .withAllowComplexParsing(false)
              .Statement()
          != null;
    } catch (ParseException | RuntimeException rejected) {
      return false;
    }
  }
}
