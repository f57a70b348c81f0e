package io.github.pgslowlog.candidate;

import static io.github.pgslowlog.candidate.TestDatabase.correlated;
import static io.github.pgslowlog.candidate.TestDatabase.statistics;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules for expressions, patterns and other access methods. */
final class OtherRulesTest {
  private static final TestDatabase SITE =
      TestDatabase.of(
              """
              users 5000000/100000: id bigint, tenant_id bigint, email text, \
              code character varying(20) COLLATE "C", country character(2), url text
              events 90000000/900000: id bigint, data jsonb, tags text[], words tsvector, \
              body text, during tstzrange, place point, address inet, \
              attributes public.hstore, path extensions.ltree, \
              logged_at timestamp without time zone, amount bigint
              visits 5000/100: id bigint, logged_at timestamp without time zone
              """)
          .column("users.url", statistics(0, 120, -1))
          .column("users.email", statistics(0, 25, -1))
          .column("events.logged_at", correlated(0.99))
          .column("events.amount", correlated(0.5))
          .column("visits.logged_at", correlated(1));

  private record Example(ScanRule rule, String table, List<String> log, List<String> indexes) {}

  private static Arguments example(
      String name, ScanRule rule, String table, String sql, String... indexes) {
    return Arguments.of(name, new Example(rule, table, List.of(sql), List.of(indexes)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("withScalars")
  void equalityBesideContainmentNeedsAnExtension(String condition, List<String> indexes) {
    String lines = "events 9000000/90000: id bigint, kind text, state text, zone text, data jsonb";
    String sql = "SELECT id FROM events WHERE " + condition;

    assertThat(
            TestDatabase.of(lines)
                .extension("btree_gin")
                .proposals(new ContainmentRule(), "events", sql))
        .isEqualTo(indexes);
    assertThat(TestDatabase.of(lines).proposals(new ContainmentRule(), "events", sql))
        .isEqualTo(indexes.subList(0, 1));
  }

  static Stream<Arguments> withScalars() {
    String alone = "events USING gin (data jsonb_path_ops)";
    String contained = "data @> '{\"a\": 1}'";
    return Stream.of(
        Arguments.of(contained, List.of(alone)),
        Arguments.of(contained + " AND kind IN ('a', 'b')", List.of(alone)),
        Arguments.of(contained + " AND kind > 'a'", List.of(alone)),
        Arguments.of(
            contained + " AND kind = 'a'",
            List.of(alone, "events USING gin (kind, data jsonb_path_ops)")),
        Arguments.of(
            contained + " AND kind = 'a' AND state = 'b' AND zone = 'c'",
            List.of(alone, "events USING gin (kind, state, data jsonb_path_ops)")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"expressions", "prefixes", "trigrams", "containment", "others"})
  void proposes(String name, Example example) {
    assertThat(
            SITE.proposals(example.rule(), example.table(), example.log().toArray(String[]::new)))
        .as(name)
        .containsExactlyElementsOf(example.indexes());
  }

  static Stream<Arguments> expressions() {
    ScanRule rule = new ExpressionRule();
    return Stream.of(
        example(
            "a function, alone and behind what has a value",
            rule,
            "users",
            "SELECT * FROM users WHERE lower(email) = 'x' AND tenant_id = 3",
            "users ((lower(email)))",
            "users (tenant_id, (lower(email)))"),
        example(
            "the values in it are part of the index",
            rule,
            "events",
            "SELECT * FROM events e WHERE e.data ->> 'it''s' = 'x'",
            "events ((data ->> 'it''s'))"),
        example(
            "a day",
            rule,
            "events",
            "SELECT * FROM events WHERE date_trunc('day', logged_at) >= '2024-01-01'",
            "events ((date_trunc('day', logged_at)))"),
        example(
            "numbers and a list to compare with",
            rule,
            "users",
            "SELECT * FROM users WHERE substring(country FROM 1 FOR 2) IN ('NO', 'SE')",
            "users ((substring(country, 1, 2)))"),
        example(
            "a parameter is not known when the index is made",
            rule,
            "events",
            "SELECT * FROM events WHERE data ->> $1 = 'x' | 'kind'"),
        example(
            "what is computed of two tables",
            rule,
            "users",
            "SELECT * FROM users u, visits v WHERE u.id + v.id = 9"),
        example(
            "an aggregate",
            rule,
            "users",
            "SELECT tenant_id FROM users GROUP BY tenant_id HAVING count(email) = 9"),
        example(
            "<> finds nearly all rows",
            rule,
            "users",
            "SELECT 1 FROM users WHERE lower(email) <> 'x'"));
  }

  static Stream<Arguments> prefixes() {
    ScanRule rule = new PrefixRule();
    return Stream.of(
        example(
            "text",
            rule,
            "users",
            "SELECT * FROM users WHERE email LIKE 'abc%' AND tenant_id = 3",
            "users (email text_pattern_ops)",
            "users (tenant_id, email text_pattern_ops)"),
        example(
            "the collation C has the order of LIKE",
            rule,
            "users",
            "SELECT * FROM users WHERE code LIKE 'abc%'",
            "users (code)"),
        example(
            "padded text",
            rule,
            "users",
            "SELECT * FROM users WHERE country LIKE 'N%'",
            "users (country bpchar_pattern_ops)"),
        example(
            "the beginning of something computed",
            rule,
            "users",
            "SELECT * FROM users WHERE lower(email) LIKE 'abc%'",
            "users ((lower(email)) text_pattern_ops)"),
        example(
            "an anchored regular expression",
            rule,
            "users",
            "SELECT * FROM users WHERE email ~ '^abc'",
            "users (email text_pattern_ops)"),
        example("a wildcard first", rule, "users", "SELECT * FROM users WHERE email LIKE '%abc'"),
        example("either case", rule, "users", "SELECT * FROM users WHERE email ILIKE 'abc%'"),
        example("no match", rule, "users", "SELECT * FROM users WHERE email NOT LIKE 'abc%'"));
  }

  static Stream<Arguments> trigrams() {
    ScanRule rule = new TrigramRule();
    return Stream.of(
        example(
            "text inside",
            rule,
            "users",
            "SELECT * FROM users WHERE email LIKE '%smith%'",
            "users USING gin (email gin_trgm_ops)"),
        example(
            "text in either case",
            rule,
            "users",
            "SELECT * FROM users WHERE email ILIKE 'smith%'",
            "users USING gin (email gin_trgm_ops)"),
        example(
            "a regular expression, and a value that is a parameter",
            rule,
            "users",
            "SELECT * FROM users WHERE email ~* $1 | 'smith|jones'",
            "users USING gin (email gin_trgm_ops)"),
        example(
            "something computed",
            rule,
            "users",
            "SELECT * FROM users WHERE lower(email) LIKE '%smith%'",
            "users USING gin ((lower(email)) gin_trgm_ops)"),
        example(
            "two characters are no trigram",
            rule,
            "users",
            "SELECT * FROM users WHERE email LIKE '%sm%th%'"),
        example(
            "padded text has no such operator class",
            rule,
            "users",
            "SELECT * FROM users WHERE country LIKE '%smith%'"),
        example("a prefix", rule, "users", "SELECT * FROM users WHERE email LIKE 'smith%'"),
        example("no match", rule, "users", "SELECT * FROM users WHERE email NOT LIKE '%smith%'"));
  }

  static Stream<Arguments> containment() {
    ScanRule rule = new ContainmentRule();
    return Stream.of(
        example(
            "a document in a document",
            rule,
            "events",
            "SELECT * FROM events WHERE data @> '{\"a\": 1}'",
            "events USING gin (data jsonb_path_ops)"),
        example(
            "a key of a document",
            rule,
            "events",
            "SELECT * FROM events WHERE data ? 'a'",
            "events USING gin (data)"),
        example(
            "arrays",
            rule,
            "events",
            "SELECT * FROM events WHERE tags && ARRAY['a', 'b']",
            "events USING gin (tags)"),
        example(
            "words of a text",
            rule,
            "events",
            "SELECT * FROM events WHERE words @@ to_tsquery('a')",
            "events USING gin (words)"),
        example(
            "words of a text that is taken apart first",
            rule,
            "events",
            "SELECT * FROM events WHERE to_tsvector('english', body) @@ to_tsquery('a')",
            "events USING gin ((to_tsvector('english', body)))"),
        example(
            "a type of an extension, in whatever schema",
            new ContainmentRule(),
            "events",
            "SELECT * FROM events WHERE attributes @> 'a=>1'",
            "events USING gin (attributes)"),
        example(
            "what is below a path",
            new ContainmentRule(),
            "events",
            "SELECT * FROM events WHERE path <@ 'top.science'",
            "events USING gist (path)"),
        example(
            "ranges",
            rule,
            "events",
            "SELECT * FROM events WHERE during && '[2024-01-01,2024-02-01)'",
            "events USING gist (during)"),
        example(
            "addresses",
            rule,
            "events",
            "SELECT * FROM events WHERE address << '10.0.0.0/8'",
            "events USING gist (address inet_ops)"),
        example(
            "= ANY of a column is asked of no index",
            rule,
            "events",
            "SELECT * FROM events WHERE 'a' = ANY (tags)"));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        example(
            "the nearest",
            new NearestRule(),
            "events",
            "SELECT * FROM events ORDER BY place <-> point(1, 2) LIMIT 5",
            "events USING gist (place)"),
        example(
            "the nearest have no order in a B-tree",
            new OrderRule(),
            "events",
            "SELECT * FROM events ORDER BY place <-> point(1, 2) LIMIT 5"),
        example(
            "all rows by distance",
            new NearestRule(),
            "events",
            "SELECT * FROM events ORDER BY place <-> point(1, 2)"),
        example(
            "a range in the order of the rows of a large table",
            new BlockRangeRule(),
            "events",
            "SELECT * FROM events WHERE logged_at > '2024-01-01' AND amount > 5",
            "events USING brin (logged_at)"),
        example(
            "a table of 100 pages",
            new BlockRangeRule(),
            "visits",
            "SELECT * FROM visits WHERE logged_at > '2024-01-01'"),
        example(
            "a long value",
            new HashRule(),
            "users",
            "SELECT * FROM users WHERE url = 'x' AND email = 'y'",
            "users USING hash (url)"),
        example(
            "a hash has no order", new HashRule(), "users", "SELECT * FROM users WHERE url > 'x'"));
  }

  @Test
  void anExpressionWhoseValuesDifferIsNoKey() {
    assertThat(
            SITE.proposals(
                new ExpressionRule(),
                "events",
                "SELECT * FROM events WHERE data ->> 'a' = 'x'",
                "SELECT * FROM events WHERE data ->> 'b' = 'x'"))
        .isEmpty();
  }

  @Test
  void trigramsTellWhatTheyNeed() {
    List<Candidate> candidates = SITE.candidates("SELECT * FROM users WHERE email LIKE '%smith%'");

    assertThat(candidates).hasSize(1);
    assertThat(candidates.get(0).caveats())
        .containsExactly(
            "needs the extension pg_trgm",
            "each row written adds an entry for every three characters of the text");
  }
}
