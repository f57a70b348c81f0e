package io.github.pgslowlog.resolve;

import static io.github.pgslowlog.resolve.RoleCase.roles;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What GROUP BY, ORDER BY, DISTINCT, aggregates and windows do with columns. */
final class GroupingAndSortingTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"grouping", "sorting", "windows"})
  void columnsHaveTheRoleOfTheirClause(RoleCase example) {
    example.check();
  }

  static Stream<RoleCase> grouping() {
    return Stream.of(
        roles(
            "GROUP BY a column",
            """
            SELECT city, count(*) FROM people GROUP BY city
            """,
            "people.city groupBy"),
        roles(
            "GROUP BY the alias of a column",
            """
            SELECT p.city AS place, count(*) FROM people p GROUP BY place
            """,
            "people.city groupBy"),
        roles(
            "GROUP BY the position of a column",
            """
            SELECT city, street, count(*) FROM people GROUP BY 1, 2
            """,
            "people.city groupBy",
            "people.street groupBy"),
        roles(
            "GROUP BY the position of an expression",
            """
            SELECT date_trunc('month', born_at), count(*) FROM people GROUP BY 1
            """,
            "people.born_at expression"),
        roles(
            "GROUP BY the alias of an expression",
            """
            SELECT date_trunc('month', born_at) AS month, count(*) FROM people GROUP BY month
            """,
            "people.born_at expression"),
        roles(
            "GROUP BY an expression",
            """
            SELECT lower(city), count(*) FROM people GROUP BY lower(city)
            """,
            "people.city expression"),
        roles(
            "GROUPING SETS",
            """
            SELECT city, street, count(*) FROM people GROUP BY GROUPING SETS ((city, street), (city), ())
            """,
            "people.city groupBy",
            "people.street groupBy"),
        roles(
            "ROLLUP",
            """
            SELECT city, street, count(*) FROM people GROUP BY ROLLUP (city, street)
            """,
            "people.city groupBy",
            "people.street groupBy"),
        roles(
            "CUBE",
            """
            SELECT city, street, count(*) FROM people GROUP BY CUBE (city, lower(street))
            """,
            "people.city groupBy",
            "people.street expression"),
        roles(
            "HAVING looks at aggregates",
            """
            SELECT city FROM people GROUP BY city HAVING count(*) > 5 AND max(age) < 90
            """,
            "people.age minMax",
            "people.city groupBy",
            "people.age aggregate"),
        roles(
            "aggregates of columns and expressions",
            """
            SELECT sum(price * amount), count(DISTINCT sku), min(l.sold_at) FROM lines l
            """,
            "lines.sold_at minMax",
            "lines.price aggregate",
            "lines.amount aggregate",
            "lines.sku aggregate",
            "lines.sold_at aggregate"),
        roles(
            "an aggregate with FILTER",
            """
            SELECT sum(total) FILTER (WHERE state = 'paid') FROM bills
            """,
            "bills.total aggregate",
            "bills.state expression"),
        roles(
            "CASE inside an aggregate",
            """
            SELECT sum(CASE WHEN state = 'paid' THEN total ELSE 0 END) FROM bills
            """,
            "bills.state aggregate",
            "bills.total aggregate"),
        roles(
            "an aggregate with an order of its own",
            """
            SELECT array_agg(name ORDER BY born_at) FROM people
            """,
            "people.name aggregate",
            "people.born_at aggregate"),
        roles(
            "WITHIN GROUP",
            """
            SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY price) FROM lines
            """,
            "lines.price aggregate"),
        roles(
            "DISTINCT",
            """
            SELECT DISTINCT city, lower(street) FROM people
            """,
            "people.city distinct",
            "people.street expression"),
        roles(
            "DISTINCT ON",
            """
            SELECT DISTINCT ON (sensor_id) sensor_id, value FROM readings
            ORDER BY sensor_id, taken_at DESC
            """,
            "readings.sensor_id distinct",
            "readings.sensor_id orderBy",
            "readings.taken_at orderBy"));
  }

  static Stream<RoleCase> sorting() {
    return Stream.of(
        roles(
            "ORDER BY a column",
            """
            SELECT * FROM people ORDER BY born_at DESC NULLS LAST, name
            """,
            "people.born_at orderBy",
            "people.name orderBy"),
        roles(
            "ORDER BY the alias of a column",
            """
            SELECT p.born_at AS birthday FROM people p ORDER BY birthday
            """,
            "people.born_at orderBy"),
        roles(
            "ORDER BY the position of a column",
            """
            SELECT name, born_at FROM people ORDER BY 2 DESC, 1
            """,
            "people.born_at orderBy",
            "people.name orderBy"),
        roles(
            "ORDER BY a position behind a star",
            """
            SELECT *, name FROM people ORDER BY 1
            """),
        roles(
            "ORDER BY an expression",
            """
            SELECT * FROM people ORDER BY lower(name), age + 1
            """,
            "people.name expression",
            "people.age expression"),
        roles(
            "ORDER BY the alias of an aggregate",
            """
            SELECT city, count(*) AS n FROM people GROUP BY city ORDER BY n DESC
            """,
            "people.city groupBy"),
        roles(
            "ORDER BY an output comes before the input of that name",
            """
            SELECT lower(name) AS name FROM people ORDER BY name
            """,
            "people.name expression"),
        roles(
            "GROUP BY an input comes before the output computed from it",
            """
            SELECT coalesce(city, '-') AS city, count(*) FROM people GROUP BY city
            """,
            "people.city groupBy"),
        roles(
            "a position in ORDER BY in each query of its own",
            """
            SELECT * FROM (SELECT name, age FROM people ORDER BY 2 LIMIT 5) p ORDER BY age
            """,
            "people.age orderBy"),
        roles(
            "FOR UPDATE SKIP LOCKED",
            """
            SELECT id FROM jobs WHERE state = 'ready' ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """,
            "jobs.state equality",
            "jobs.run_at orderBy"),
        roles(
            "FOR NO KEY UPDATE OF",
            """
            SELECT j.id FROM jobs j WHERE j.state = 'ready' FOR NO KEY UPDATE OF j NOWAIT
            """,
            "jobs.state equality"),
        roles(
            "OFFSET and FETCH",
            """
            SELECT * FROM people ORDER BY name OFFSET 20 ROWS FETCH NEXT 10 ROWS ONLY
            """,
            "people.name orderBy"));
  }

  static Stream<RoleCase> windows() {
    return Stream.of(
        roles(
            "OVER with PARTITION BY and ORDER BY",
            """
            SELECT name, row_number() OVER (PARTITION BY city ORDER BY age DESC) FROM people
            """,
            "people.city groupBy",
            "people.age orderBy"),
        roles(
            "an aggregate over a window",
            """
            SELECT sum(total) OVER (PARTITION BY b.customer_id) FROM bills b
            """,
            "bills.total aggregate",
            "bills.customer_id groupBy"),
        roles(
            "a frame changes no column",
            """
            SELECT avg(value) OVER (ORDER BY taken_at ROWS BETWEEN 3 PRECEDING AND CURRENT ROW)
            FROM readings
            """,
            "readings.value aggregate",
            "readings.taken_at orderBy"),
        roles(
            "a named window",
            """
            SELECT rank() OVER w, sum(total) OVER w FROM bills
            WINDOW w AS (PARTITION BY customer_id ORDER BY due_on)
            """,
            "bills.total aggregate",
            "bills.customer_id groupBy",
            "bills.due_on orderBy"),
        roles(
            "the first of each group",
            """
            SELECT * FROM (SELECT r.*, row_number() OVER (PARTITION BY r.sensor_id
            ORDER BY r.taken_at DESC) AS n FROM readings r) t WHERE t.n = 1 AND t.value > 5
            """,
            "readings.sensor_id groupBy",
            "readings.taken_at orderBy",
            "readings.value range"));
  }
}
