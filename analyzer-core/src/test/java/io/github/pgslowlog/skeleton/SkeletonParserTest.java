package io.github.pgslowlog.skeleton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgslowlog.syntax.SyntaxPrinter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of commands with syntax that no parser knows, or that are cut short. */
final class SkeletonParserTest {
  static Stream<Arguments> commands() {
    return Stream.of(
        arguments(
            "SELECT name FROM person WHERE city ~#~ $1 AND age @@@> $2",
            "(select name (from person) (where (and (~#~ city $1) (@@@> age $2))))"),
        arguments(
            "SELECT name FROM person WHERE embedding <<~>> $1 < $2 AND tenant = $3",
            "(select name (from person) (where (and (< (<<~>> embedding $1) $2) (= tenant $3))))"),
        arguments(
            "SELECT name FROM shop.person p WHERE p.city = $1 OR NOT (p.age > $2 AND p.name LIKE $3 escape $4)",
            "(select name (from (as shop.person p)) (where (or (= p.city $1) (not (and (> p.age $2) (LIKE p.name $3))))))"),
        arguments(
            "SELECT a FROM t WHERE b = $1 thoroughly AND c > ALL (SELECT d FROM u)",
            "(select a (from t) (where (and (= b $1) (all > c (select d (from u))))))"),
        arguments(
            "SELECT a FROM t WHERE b matches pattern(x y *) AND c IN (...)",
            "(select a (from t) (where (and (other b (pattern (* (other x y) (other)))) (in c (row ...1)))))"),
        arguments(
            "SELECT a FROM t FOR system_time AS of $1 WHERE b = $2",
            "(select a (from t) (where (= b $2)))"),
        arguments(
            "SELECT a FROM t SOME new clause WHERE b = $1", "(select a (from t) (where (= b $1)))"),
        arguments(
            "SELECT x.a FROM t x sampled BY hash WHERE x.b = $1",
            "(select x.a (from (as t x)) (where (= x.b $1)))"),
        arguments(
            "SELECT a FROM t WHERE b = $1 qualify rank() OVER (PARTITION BY c ORDER BY d DESC NULLS LAST) = $2",
            "(select a (from t) (where (= b $1)) (having (= (rank (over (window (partition c) (order (sort d desc nulls-last))))) $2)))"),
        arguments(
            "SELECT json_query(doc, $1 RETURNING int WITH conditional wrapper empty ARRAY ON error) FROM t WHERE json_exists(doc, $2 passing c AS x)",
            "(select (json_query doc $1) (from t) (where (json_exists doc (other $2 c))))"),
        arguments(
            "SELECT * FROM graph_table(g match(a IS person WHERE a.age > $1) - [e IS knows] -> (b) columns(a.name AS n, b.age)) AS gt WHERE gt.n = $2",
            "(select * (from (as (function (-> (- (other g (match (is a PERSON) (> a.age $1))) (array (is e KNOWS))) b)) gt a b)) (where (= gt.n $2)))"),
        arguments(
            "SELECT a, b FROM t GROUP BY ALL HAVING count(*) > $1 ORDER BY a DESC NULLS LAST, 2 LIMIT $2 OFFSET $3",
            "(query (select a b (from t) (group) (having (> (count *) $1))) (order (sort a desc nulls-last) #2) (limit $2) (offset $3))"),
        arguments(
            "SELECT a FROM t JOIN u ON t.id = u.t_id LEFT JOIN (v CROSS JOIN w) USING (id) WHERE fancy(a, b => c) = $1",
            "(select a (from (left (inner t u (on (= t.id u.t_id))) (cross v w) (using id))) (where (= (fancy a c) $1)))"),
        arguments(
            "SELECT a FROM t WHERE EXISTS (SELECT FROM u WHERE u.a = t.a AND weird stuff u.b) OR c IS json object WITH UNIQUE keys",
            "(select a (from t) (where (or (exists (select (from u) (where (and (= u.a t.a) (other weird u.b))))) (is c JSON))))"),
        arguments(
            "SELECT a FROM t WHERE b = %% [$1, (SELECT max(c) FROM u WHERE d = $2)] %%",
            "(select a (from t) (where (= b (%% (%% (array $1 (select (max c) (from u) (where (= d $2))))) (other)))))"),
        arguments(
            "WITH recursive r(n) AS NOT materialized(SELECT $1 UNION ALL SELECT n + $2 FROM r) search depth first BY n SET o SELECT n FROM r WHERE n ~@~ $3",
            "(query (with-recursive (r (columns n) (union-all (select $1) (select (+ n $2) (from r))))) (select n (from r) (where (~@~ n $3))))"),
        arguments(
            "UPDATE t FOR portion of valid FROM $1 TO $2 AS x SET a = $3, (b, c) = ($4, $5) WHERE x.id = $6 RETURNING new.a",
            "(update (as t x) (set (a $3) (b c (row $4 $5))) (where (= x.id $6)) (returning new.a))"),
        arguments(
            "DELETE FROM t USING u JOIN v ON u.id = v.id WHERE t.id = u.t_id AND t.a ?!? $1 RETURNING t.id",
            "(delete t (using (inner u v (on (= u.id v.id)))) (where (and (= t.id u.t_id) (?!? t.a $1))) (returning t.id))"),
        arguments(
            "INSERT INTO t AS x(a, b) VALUES ($1, $2) ON CONFLICT (a) WHERE b > $3 DO UPDATE SET b = excluded.b ++> $4 WHERE x.c = $5 RETURNING x.a",
            "(insert (as t x) (columns a b) (values ($1 $2)) (conflict (on a) (index-where (> b $3)) (set (b (++> excluded.b $4))) (where (= x.c $5))) (returning x.a))"),
        arguments(
            "INSERT INTO t (a) SELECT b FROM u WHERE c = $1 ON CONFLICT DO SELECT FOR UPDATE RETURNING a",
            "(insert t (columns a) (select b (from u) (where (= c $1))) (conflict) (returning a))"),
        arguments(
            "MERGE INTO t USING (SELECT a FROM u WHERE b = $1) s ON t.a = s.a AND t.k ~> $2 WHEN matched AND s.a > $3 THEN UPDATE SET b = s.a WHEN NOT matched BY target THEN INSERT (a, b) VALUES (s.a, $4) RETURNING merge_action()",
            "(merge t (using (as (select a (from u) (where (= b $1))) s)) (on (and (= t.a s.a) (~> t.k $2))) (when (and (> s.a $3)) (set (b s.a))) (when (columns a b) (values s.a $4)) (returning (merge_action)))"),
        arguments(
            "SELECT a FROM t WHERE b BETWEEN $1 AND $2 AND c NOT BETWEEN symmetric d AND $3 AND e IS NOT DISTINCT FROM $4",
            "(select a (from t) (where (and (between b $1 $2) (not-between c d $3) (IS NOT DISTINCT FROM e $4))))"),
        arguments(
            "SELECT a FROM t WHERE b = $1 AND (c = $2 OR d IN (SELECT e FROM u WHERE f =",
            "(select a (from t) (where (and (= b $1) (or (= c $2) (in d (select e (from u) (where (= f (other)))))))))"),
        arguments(
            "SELECT a FROM t WHERE b = $1 AND c BETWEEN $2",
            "(select a (from t) (where (and (= b $1) (other c $2))))"),
        arguments(
            "SELECT CASE WHEN a = $1 THEN b FROM t WHERE c = $2",
            "(select (case (= a $1) b) (from t) (where (= c $2)))"),
        arguments(
            "SELECT a FROM t WHERE b = $1) AND c = $2]",
            "(select a (from t) (where (and (= b $1) (= c $2))))"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void tablesAndPredicatesAreRead(String canonical, String tree) {
    SkeletonResult result = new SkeletonParser(() -> false).parse(canonical);

    assertThat(result).isInstanceOf(SkeletonResult.Read.class);
    assertThat(SyntaxPrinter.print(((SkeletonResult.Read) result).statement())).isEqualTo(tree);
  }
}
