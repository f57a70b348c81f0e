package io.github.pgslowlog.resolve;

import static io.github.pgslowlog.resolve.RoleCase.roles;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How conditions use columns. */
final class ConditionTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"comparisons", "connectives", "expressions"})
  void columnsHaveTheRoleOfTheirCondition(RoleCase example) {
    example.check();
  }

  static Stream<RoleCase> comparisons() {
    return Stream.of(
        roles(
            "the value may come first",
            """
            SELECT * FROM tickets WHERE 'open' = state AND 5 < priority
            """,
            "tickets.state equality",
            "tickets.priority range"),
        roles(
            "all bounds are ranges",
            """
            SELECT * FROM readings WHERE a < 1 AND b <= 1 AND c > 1 AND d >= 1
            """,
            "readings.a range",
            "readings.b range",
            "readings.c range",
            "readings.d range"),
        roles(
            "BETWEEN is a range",
            """
            SELECT * FROM readings WHERE taken_at BETWEEN '2024-01-01' AND '2024-02-01'
            """,
            "readings.taken_at range"),
        roles(
            "a value BETWEEN two columns",
            """
            SELECT * FROM tariffs t WHERE 17 BETWEEN t.from_hour AND t.to_hour
            """,
            "tariffs.from_hour range",
            "tariffs.to_hour range"),
        roles(
            "NOT BETWEEN is a range still",
            """
            SELECT * FROM readings WHERE value NOT BETWEEN 1 AND 5
            """,
            "readings.value range"),
        roles(
            "IN with a list",
            """
            SELECT * FROM tickets WHERE state IN ('new', 'open') AND kind NOT IN (1, 2)
            """,
            "tickets.state in",
            "tickets.kind notEqual"),
        roles(
            "= ANY with an array",
            """
            SELECT * FROM tickets t WHERE t.id = ANY($1) AND t.kind = ANY ($2::int[])
            """,
            "tickets.id in",
            "tickets.kind in"),
        roles(
            "= ANY with an array of literals",
            """
            SELECT * FROM tickets t WHERE t.state = ANY (ARRAY['new', 'open'])
            """,
            "tickets.state in"),
        roles(
            "a value = ANY of an array column",
            """
            SELECT * FROM articles WHERE 'sql' = ANY (tags)
            """,
            "articles.tags contains"),
        roles(
            "<> ALL is NOT IN",
            """
            SELECT * FROM tickets WHERE state <> ALL (ARRAY['done', 'void'])
            """,
            "tickets.state notEqual"),
        roles(
            "LIKE and its kin",
            """
            SELECT * FROM people WHERE a LIKE 'x%' AND b ILIKE '%y%' AND c NOT LIKE 'z'
            AND d SIMILAR TO 'x|y' AND e ~ '^q' AND f !~* 'r'
            """,
            "people.a like",
            "people.b like",
            "people.c like",
            "people.d like",
            "people.e regex",
            "people.f regex"),
        roles(
            "LIKE by its operators",
            """
            SELECT * FROM people WHERE a ~~ 'x%' AND b !~~* 'y'
            """,
            "people.a like",
            "people.b like"),
        roles(
            "distances",
            """
            SELECT * FROM shops WHERE place <-> point '(1,2)' < 5
            ORDER BY place <-> point '(1,2)', vector <=> '[1,2]' LIMIT 3
            """,
            "shops.place distance",
            "shops.vector distance"),
        roles(
            "LIKE with ESCAPE",
            """
            SELECT * FROM people WHERE name LIKE '50!%%' ESCAPE '!'
            """,
            "people.name like"),
        roles(
            "IS NULL and IS NOT NULL",
            """
            SELECT * FROM people WHERE died_at IS NULL AND born_at IS NOT NULL
            """,
            "people.died_at isNull",
            "people.born_at isNotNull"),
        roles(
            "not equal",
            """
            SELECT * FROM people WHERE a <> 1 AND b != 2 AND c IS DISTINCT FROM 3
            AND d IS NOT DISTINCT FROM 4
            """,
            "people.d equality",
            "people.a notEqual",
            "people.b notEqual",
            "people.c notEqual"),
        roles(
            "a boolean column alone",
            """
            SELECT * FROM people p WHERE p.active AND NOT p.banned
            """,
            "people.active equality",
            "people.banned equality"),
        roles(
            "IS TRUE and IS NOT FALSE",
            """
            SELECT * FROM people WHERE active IS TRUE AND banned IS NOT FALSE
            """,
            "people.active equality",
            "people.banned equality"),
        roles(
            "two columns of one table",
            """
            SELECT * FROM stock WHERE reserved = available AND sold > bought
            """,
            "stock.reserved equality",
            "stock.available equality",
            "stock.sold range",
            "stock.bought range"),
        roles(
            "rows compared for equality",
            """
            SELECT * FROM stock WHERE (sku, region) = ('a', 'b')
            """,
            "stock.sku equality",
            "stock.region equality"),
        roles(
            "rows in a list",
            """
            SELECT * FROM stock WHERE (sku, region) IN (('a', 'b'), ('c', 'd'))
            """,
            "stock.sku in",
            "stock.region in"),
        roles(
            "rows in a sub-select",
            """
            SELECT * FROM stock s WHERE (s.sku, s.region) IN (SELECT p.sku, p.region FROM prices p)
            """,
            "stock.sku in",
            "stock.region in",
            "prices.sku join",
            "prices.region join"),
        roles(
            "rows compared for order, as keyset pagination does",
            """
            SELECT * FROM posts WHERE (created_at, id) < ('2024-01-01', 5)
            ORDER BY created_at DESC, id DESC LIMIT 20
            """,
            "posts.created_at range",
            "posts.id range",
            "posts.created_at orderBy",
            "posts.id orderBy"),
        roles(
            "containment in jsonb",
            """
            SELECT * FROM events WHERE payload @> '{"a": 1}' AND tags && ARRAY['x']
            AND meta <@ '{}'
            """,
            "events.payload contains",
            "events.tags overlap",
            "events.meta contains"),
        roles(
            "keys in jsonb",
            """
            SELECT * FROM events WHERE payload ? 'a' AND meta ?| ARRAY['b'] AND extra ?& ARRAY['c']
            """,
            "events.payload contains",
            "events.meta contains",
            "events.extra contains"),
        roles(
            "full text",
            """
            SELECT * FROM articles WHERE search @@ to_tsquery('cats & dogs')
            """,
            "articles.search contains"),
        roles(
            "an operator with its schema",
            """
            SELECT * FROM articles WHERE slug OPERATOR(pg_catalog.=) 'x'
            """,
            "articles.slug equality"));
  }

  static Stream<RoleCase> connectives() {
    return Stream.of(
        roles(
            "the columns of OR have their roles",
            """
            SELECT * FROM tickets WHERE state = 'new' OR priority > 3
            """,
            "tickets.state equality",
            "tickets.priority range"),
        roles(
            "NOT turns operators round",
            """
            SELECT * FROM tickets WHERE NOT (state = 'new' AND priority > 3)
            """,
            "tickets.state notEqual",
            "tickets.priority range"),
        roles(
            "a join that every arm of an OR has",
            """
            SELECT * FROM parts p, lines l
            WHERE (p.id = l.part_id AND p.brand = 'A' AND l.amount > 1)
            OR (p.id = l.part_id AND p.brand = 'B' AND l.amount > 10)
            """,
            "parts.id join",
            "lines.part_id join",
            "parts.brand equality",
            "lines.amount range"),
        roles(
            "optional filters of a search form",
            """
            SELECT * FROM people WHERE ($1 IS NULL OR city = $1) AND ($2::text IS NULL OR name = $2)
            """,
            "people.city equality",
            "people.name equality"));
  }

  static Stream<RoleCase> expressions() {
    return Stream.of(
        roles(
            "a column inside a function",
            """
            SELECT * FROM users WHERE lower(email) = 'x' AND date_trunc('day', seen_at) = '2024-01-01'
            """,
            "users.email expression",
            "users.seen_at expression"),
        roles(
            "a column with a cast",
            """
            SELECT * FROM users WHERE seen_at::date = '2024-01-01' AND CAST(code AS text) = 'x'
            """,
            "users.seen_at expression",
            "users.code expression"),
        roles(
            "arithmetic on a column",
            """
            SELECT * FROM stock WHERE sold + reserved > 10
            """,
            "stock.sold expression",
            "stock.reserved expression"),
        roles(
            "arithmetic on the value",
            """
            SELECT * FROM sessions WHERE seen_at < now() - interval '1 day'
            """,
            "sessions.seen_at range"),
        roles(
            "current_date and friends are no columns",
            """
            SELECT * FROM bills WHERE due_on < current_date AND at > CURRENT_TIMESTAMP
            AND owner = current_user AND role = session_user AND noon > localtime
            AND t < LOCALTIMESTAMP AND c = current_time AND cat = current_catalog AND u = user
            """,
            "bills.due_on range",
            "bills.at range",
            "bills.owner equality",
            "bills.role equality",
            "bills.noon range",
            "bills.u equality",
            "bills.t range",
            "bills.c equality",
            "bills.cat equality"),
        roles(
            "CASE in a condition",
            """
            SELECT * FROM tickets WHERE CASE WHEN state = 'new' THEN priority ELSE 0 END > 3
            """,
            "tickets.state expression",
            "tickets.priority expression"),
        roles(
            "COALESCE of columns",
            """
            SELECT * FROM people WHERE coalesce(nickname, name) = 'x'
            """,
            "people.nickname expression",
            "people.name expression"),
        roles(
            "a path into jsonb",
            """
            SELECT * FROM events WHERE payload ->> 'kind' = 'x' AND (meta -> 'a' ->> 'b')::int > 3
            AND extra #>> '{a,b}' = 'y'
            """,
            "events.payload expression",
            "events.meta expression",
            "events.extra expression"),
        roles(
            "EXTRACT from a column",
            """
            SELECT * FROM bills WHERE EXTRACT(year FROM due_on) = 2024
            """,
            "bills.due_on expression"),
        roles(
            "AT TIME ZONE",
            """
            SELECT * FROM bills WHERE (paid_at AT TIME ZONE 'UTC') > '2024-01-01'
            """,
            "bills.paid_at expression"),
        roles(
            "an element of an array",
            """
            SELECT * FROM bills WHERE lines[1] = 3
            """,
            "bills.lines expression"),
        roles(
            "COLLATE",
            """
            SELECT * FROM people WHERE name COLLATE "C" = 'x'
            """,
            "people.name expression"),
        roles(
            "typed literals are values",
            """
            SELECT * FROM hosts WHERE address = inet '10.0.0.1' AND seen_on >= date '2024-01-01'
            """,
            "hosts.address equality",
            "hosts.seen_on range"),
        roles(
            "columns that are only returned have no role",
            """
            SELECT name, upper(city), CASE WHEN a > 1 THEN b END, x || y FROM people
            """));
  }
}
