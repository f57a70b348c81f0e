package io.github.pgslowlog.resolve;

import static io.github.pgslowlog.resolve.RoleCase.roles;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a name means at a place, where no schema is known. */
final class ScopeTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"commonTables", "joins", "functions", "derivedTables", "wholeRows", "versions"})
  void aNameMeansWhatTheServerTakesItFor(RoleCase example) {
    example.check();
  }

  static Stream<RoleCase> commonTables() {
    return Stream.of(
        roles(
            "WITH hides a table of its name",
            """
            WITH orders AS (SELECT id AS number FROM archive) SELECT * FROM orders WHERE number = 1
            """,
            "archive.id equality"),
        roles(
            "without RECURSIVE an element of WITH does not see itself",
            """
            WITH orders AS (SELECT * FROM orders WHERE paid) SELECT * FROM orders WHERE total > 5
            """,
            "orders.paid equality",
            "orders.total range"),
        roles(
            "without RECURSIVE an element of WITH does not see later ones",
            """
            WITH a AS (SELECT x FROM b), b AS (SELECT y AS x FROM c) SELECT * FROM a WHERE x = 1
            """,
            "b.x equality"),
        roles(
            "under RECURSIVE it sees later ones",
            """
            WITH RECURSIVE a AS (SELECT x FROM b), b AS (SELECT y AS x FROM c)
            SELECT * FROM a WHERE x = 1
            """,
            "c.y equality"),
        roles(
            "WITH of a sub-select is not seen outside",
            """
            SELECT * FROM (WITH t AS (SELECT a AS x FROM s) SELECT x FROM t) d, t WHERE t.x = 1
            AND d.x = 2
            """,
            "t.x equality",
            "s.a equality"),
        roles(
            "an inner WITH hides an outer one",
            """
            WITH t AS (SELECT a AS x FROM s) SELECT * FROM t
            WHERE t.x IN (WITH t AS (SELECT b AS x FROM r) SELECT x FROM t WHERE x > 3)
            """,
            "s.a in",
            "r.b join",
            "r.b range"),
        roles(
            "a sub-select sees the WITH of the query around it",
            """
            WITH t AS (SELECT a AS x FROM s)
            SELECT * FROM q WHERE EXISTS (SELECT 1 FROM t WHERE t.x = q.y)
            """,
            "s.a join",
            "q.y join"),
        roles(
            "a derived table sees the WITH of its query",
            """
            WITH t AS (SELECT a AS x FROM s) SELECT * FROM (SELECT * FROM t) d WHERE d.x = 1
            """,
            "s.a equality"),
        roles(
            "a target is a table, whatever WITH says",
            """
            WITH t AS (SELECT a FROM s) UPDATE t SET b = 1 WHERE c = 2
            """,
            "t.b updated",
            "t.c equality"),
        roles(
            "RETURNING gives WITH its columns",
            """
            WITH gone AS (DELETE FROM inbox WHERE old RETURNING id AS mail, size)
            SELECT * FROM gone g WHERE g.size > 3 ORDER BY mail
            """,
            "inbox.old equality",
            "inbox.size range",
            "inbox.id orderBy"),
        roles(
            "an element of WITH that is joined with itself is two",
            """
            WITH t AS (SELECT id, parent FROM nodes) SELECT 1 FROM t a JOIN t b ON a.id = b.parent
            """,
            "nodes.id join",
            "nodes.parent join"),
        roles(
            "a filter on a recursive table is not one on what it adds",
            """
            WITH RECURSIVE up (n, boss) AS (
              SELECT e.id, e.manager FROM staff e WHERE e.name = 'A'
              UNION ALL SELECT m.number, m.manager FROM managers m JOIN up ON up.boss = m.number)
            SELECT * FROM up WHERE n = 3
            """,
            "staff.name equality",
            "staff.manager join",
            "managers.number join",
            "staff.id equality"));
  }

  static Stream<RoleCase> joins() {
    return Stream.of(
        roles(
            "the column of USING is that of the left side",
            """
            SELECT * FROM a JOIN b USING (k) LEFT JOIN c USING (k) WHERE k = 1
            """,
            "a.k join",
            "b.k join",
            "c.k join",
            "a.k equality"),
        roles(
            "RIGHT JOIN takes that of the right side",
            """
            SELECT * FROM a RIGHT JOIN b USING (k) WHERE k = 1
            """,
            "a.k join",
            "b.k join",
            "b.k equality"),
        roles(
            "the columns of both sides of USING keep their names",
            """
            SELECT * FROM a JOIN b USING (k) WHERE a.k = 1 AND b.k > 2
            """,
            "a.k join",
            "b.k join",
            "a.k equality",
            "b.k range"),
        roles(
            "ON does not see what stands before the join",
            """
            SELECT * FROM a, b JOIN c ON b.x = y
            """,
            "b.x join",
            "b|c.y join"),
        roles(
            "NATURAL of tables that are not known could join anything",
            """
            SELECT * FROM a NATURAL JOIN b WHERE x = 1
            """,
            "a|b.x equality"),
        roles(
            "NATURAL joins the columns of the same name",
            """
            SELECT * FROM (SELECT id AS k, v FROM a) l NATURAL JOIN (SELECT k, w FROM b) r
            WHERE k = 1
            """,
            "a.id join",
            "b.k join",
            "a.id equality"),
        roles(
            "a name for a join hides those of its tables",
            """
            SELECT * FROM (a JOIN b ON a.x = b.x) AS j WHERE j.y = 1
            """,
            "a.x join",
            "b.x join",
            "a|b.y equality"),
        roles(
            "schemas tell tables of one name apart",
            """
            SELECT * FROM old.log, new.log WHERE old.log.x = 1 AND new.log.y = 2
            """,
            "old.log.x equality",
            "new.log.y equality"));
  }

  static Stream<RoleCase> functions() {
    return Stream.of(
        roles(
            "a function of single values has one column, called like its alias",
            """
            SELECT * FROM generate_series(1, 9) AS n, orders WHERE total > 5 AND n = 3
            """,
            "orders.total range"),
        roles(
            "or like itself",
            """
            SELECT * FROM generate_series(1, 9), orders WHERE generate_series = 3 AND total > 5
            """,
            "orders.total range"),
        roles(
            "functions of the server have the columns of the manual",
            """
            SELECT * FROM orders o, jsonb_each(o.data) WHERE key = 'a' AND status = 'new'
            """,
            "orders.data expression",
            "orders.status equality"),
        roles(
            "unnest of simple values has one column",
            """
            SELECT * FROM unnest($1::int[]) AS wanted JOIN orders ON id = wanted
            """,
            "orders.id equality"),
        roles(
            "unnest of anything else could have every column",
            """
            SELECT * FROM unnest($1::line[]) AS wanted JOIN orders ON id = wanted.number
            """,
            "orders|?.id equality"),
        roles(
            "other functions could have every column",
            """
            SELECT * FROM find_all($1), orders o WHERE id = 3
            """,
            "orders|?.id equality"),
        roles(
            "names of definitions are columns of the function",
            """
            SELECT * FROM json_to_recordset($1) AS r (id int, name text), orders
            WHERE id = 3 AND status = 'new'
            """,
            "orders.status equality"),
        roles(
            "a function sees the tables before it",
            """
            SELECT * FROM orders o, LATERAL find_all(o.customer_id) f WHERE f.x = 1
            """,
            "orders.customer_id expression"));
  }

  static Stream<RoleCase> derivedTables() {
    return Stream.of(
        roles(
            "VALUES calls its columns by number",
            """
            SELECT * FROM (VALUES (1, 'a'), (2, 'b')) v JOIN orders ON id = column1
            WHERE column2 = 'a'
            """,
            "orders.id equality"),
        roles(
            "an output without alias is called like its function",
            """
            SELECT * FROM (SELECT max(total), kind FROM orders GROUP BY kind) m, bills
            WHERE max > 5 AND kind = 'x'
            """,
            "orders.total minMax",
            "orders.total aggregate",
            "orders.kind groupBy",
            "orders.kind equality"),
        roles(
            "or like its type",
            """
            SELECT * FROM (SELECT $1::date, kind FROM orders) m, bills WHERE date = '2024-01-01'
            """),
        roles(
            "an output of UNION is the column of every part that has one",
            """
            SELECT * FROM (SELECT NULL AS ref FROM a UNION ALL SELECT r FROM b UNION ALL
            SELECT s FROM c) u WHERE ref = 3
            """,
            "b.r equality",
            "c.s equality"),
        roles(
            "a join with an output of UNION joins every part",
            """
            SELECT * FROM (SELECT x FROM a UNION SELECT y FROM b) u JOIN t ON t.id = u.x
            """,
            "a.x join",
            "b.y join",
            "t.id join"),
        roles(
            "a part of UNION that is used by itself is used alone",
            """
            WITH a AS (SELECT x FROM t), u AS (SELECT x FROM a UNION SELECT y FROM s)
            SELECT * FROM u JOIN a ON a.x = 5
            """,
            "t.x equality"),
        roles(
            "names of an alias count columns, also those of a table",
            """
            SELECT * FROM orders AS o (a, b) WHERE a = 1
            """),
        roles(
            "a sub-select that is not LATERAL sees the query around, not its neighbours",
            """
            SELECT * FROM a WHERE EXISTS (SELECT 1 FROM b, (SELECT c.x FROM c WHERE c.y = a.z) d)
            """,
            "c.y join",
            "a.z join"));
  }

  static Stream<RoleCase> wholeRows() {
    return Stream.of(
        roles(
            "an alias is a row",
            """
            SELECT * FROM orders o WHERE o IS NOT NULL AND o.id = 1
            """,
            "orders.id equality"),
        roles(
            "a table can have a column of its own name",
            """
            SELECT * FROM email WHERE email = 'x'
            """,
            "email|?.email equality"),
        roles(
            "system columns are no columns for an index",
            """
            SELECT ctid FROM orders WHERE ctid = '(0,1)' AND orders.xmin = '5' AND tableoid = 3
            """),
        roles(
            "a qualifier that nothing has is a variable",
            """
            SELECT * FROM orders o WHERE o.id = record.id AND o.kind = 3
            """,
            "orders.id equality",
            "orders.kind equality"));
  }

  static Stream<RoleCase> versions() {
    return Stream.of(
        roles(
            "excluded is no table",
            """
            INSERT INTO stock (sku, n) VALUES ('a', 1) ON CONFLICT (sku) DO UPDATE
            SET n = excluded.n WHERE stock.n < excluded.n AND locked = false
            """,
            "stock.sku inserted",
            "stock.n inserted",
            "stock.sku conflictTarget",
            "stock.n updated",
            "stock.n range",
            "stock.locked equality"),
        roles(
            "the key of a conflict may be an expression",
            """
            INSERT INTO users (email) VALUES ('a') ON CONFLICT (tenant, lower(email))
            WHERE active DO NOTHING
            """,
            "users.email inserted",
            "users.tenant conflictTarget",
            "users.email expression",
            "users.active expression"),
        roles(
            "WHEN of MERGE filters, but does not search",
            """
            MERGE INTO stock s USING moves m ON m.sku = s.sku
            WHEN MATCHED AND m.gone = true THEN DELETE
            WHEN MATCHED AND s.n > 5 THEN UPDATE SET n = s.n + m.n
            WHEN NOT MATCHED THEN INSERT (sku) VALUES (m.sku)
            """,
            "moves.sku join",
            "stock.sku join",
            "moves.gone equality",
            "stock.n range",
            "stock.n updated",
            "stock.sku inserted"));
  }

  @Test
  void whatDecidesWhetherARowIsChangedIsNoPredicate() {
    QueryShape shape =
        Shapes.of(
            """
            INSERT INTO stock (sku) VALUES ('a') ON CONFLICT (sku) DO UPDATE SET n = 1
            WHERE stock.n < 5
            """);

    assertThat(shape.blocks()).allSatisfy(block -> assertThat(block.predicates()).isEmpty());
  }

  @Test
  void aFilterOnAUnionIsAPredicateOnEveryPart() {
    QueryBlock block =
        Shapes.of("SELECT 1 FROM (SELECT x FROM a UNION ALL SELECT y FROM b) u WHERE x = 1")
            .blocks()
            .get(0);

    assertThat(block.predicates())
        .extracting(predicate -> Shapes.name(predicate.term()))
        .containsExactly("a.x", "b.y");
  }

  @Test
  void aNameOfANaturalJoinProvesNothingForTheOtherSide() {
    assertThat(
            Shapes.uses(
                Shapes.ofLog(
                        "SELECT * FROM b, c WHERE x = 1",
                        "SELECT * FROM a NATURAL JOIN b WHERE x = 2",
                        "SELECT * FROM a WHERE a.x = 3")
                    .get(0)))
        .containsExactly("b|c.x equality");
  }
}
