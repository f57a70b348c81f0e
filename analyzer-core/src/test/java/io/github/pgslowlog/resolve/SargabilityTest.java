package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.parse.SqlParser;
import io.github.pgslowlog.sample.ConstantCounts;
import io.github.pgslowlog.sample.ConstantCounts.Seen;
import io.github.pgslowlog.sample.PatternSamples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether an index on the plain column serves a condition, and why not. */
final class SargabilityTest {
  private static final String COLUMNS =
      " i integer, b bigint, n numeric(10,2), f double precision, v character varying(20), s text,"
          + " c character(3), ci citext, d date, ts timestamp without time zone,"
          + " tz timestamp with time zone, ip inet, cidr cidr\n";

  private static final Catalog CATALOG = Catalogs.of("public.t" + COLUMNS + "public.u" + COLUMNS);

  private static Predicate first(ShapeResolver resolver, String condition, PatternSamples samples) {
    return Shapes.of(resolver, "SELECT * FROM t, u WHERE " + condition, samples)
        .blocks()
        .get(0)
        .predicates()
        .get(0);
  }

  private static Predicate withTypes(String condition, PatternSamples samples) {
    return first(ShapeResolver.of(CATALOG, Views.of(CATALOG, new SqlParser())), condition, samples);
  }

  private static Predicate withoutTypes(String condition) {
    return first(ShapeResolver.withoutCatalog(), condition, PatternSamples.NONE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "t.a = 1 ; SARGABLE",
        "t.a IN (1, 2) ; SARGABLE",
        "t.a IS NOT NULL ; SARGABLE",
        "t.a IS TRUE ; SARGABLE",
        "t.a @> '{}' ; SARGABLE",
        "t.a && '{}' ; SARGABLE",
        "t.a = $1::int ; SARGABLE",
        "t.a > now() - interval '1 day' ; SARGABLE",
        "t.a < u.b ; SARGABLE",
        "t.a = u.b + 1 ; SARGABLE",
        "t.a = (SELECT max(v.x) FROM v) ; SARGABLE",
        "t.a % 'word' ; SARGABLE",
        "lower(t.a) = 'x' ; FUNCTION",
        "lower(t.a) LIKE '%x' ; FUNCTION",
        "t.a::date = '2024-01-01' ; EXPLICIT_CAST",
        "t.a::text = 'x' ; EXPLICIT_CAST",
        "t.a * 2 > 5 ; OPERATOR",
        "t.a ->> 'k' = 'x' ; OPERATOR",
        "t.a <> 1 ; NEGATION",
        "NOT (t.a = 1) ; NEGATION",
        "t.a NOT IN (1, 2) ; NEGATION",
        "t.a NOT LIKE 'x%' ; NEGATION",
        "t.a IS DISTINCT FROM 1 ; NEGATION",
        "t.a <> ALL ('{}') ; NEGATION",
        "lower(t.a) <> 'x' ; NEGATION",
        "t.a IS NOT DISTINCT FROM 1 ; NOT_INDEXABLE",
        "t.a > ALL ('{}') ; NOT_INDEXABLE",
        "1 = ANY (t.a) ; NOT_INDEXABLE",
        "t.a <-> '(1,2)' < 5 ; NOT_INDEXABLE",
        "t.a #=# 5 ; NOT_INDEXABLE",
        "t.a ILIKE 'x%' ; CASE_INSENSITIVE",
        "t.a ~* '^x' ; CASE_INSENSITIVE",
        "t.a = t.b ; ROW_DEPENDENT",
        "t.a = t.b + 1 ; ROW_DEPENDENT",
        "t.a < t.b ; ROW_DEPENDENT",
        "t.a = (SELECT max(v.x) FROM v WHERE v.y = t.b) ; ROW_DEPENDENT",
        "CASE WHEN t.a = 1 THEN 2 END = 2 ; EXPRESSION",
        "t.a > clock_timestamp() - interval '1 day' ; VOLATILE",
        "t.a < random() * 5 ; VOLATILE",
        "t.a < other.random() ; SARGABLE",
        "t.a > clock_timestamp() - interval '1 hour' ; VOLATILE",
        "t.a = floor(random() * 9) ; VOLATILE",
        "t.a IN (gen_random_uuid(), '5') ; VOLATILE",
        "t.a LIKE timeofday() ; VOLATILE",
        "t.a < transaction_timestamp() ; SARGABLE",
        "t.a = (SELECT floor(random() * 9)) ; SARGABLE",
        "t.a = 'x' COLLATE \"C\" ; COLLATION",
        "t.a = 'x' COLLATE \"default\" ; SARGABLE",
        "t.a = current_user ; SARGABLE"
      })
  void everyReasonHasAnExample(String condition, Sargability sargability) {
    assertThat(withoutTypes(condition).sargability()).isEqualTo(sargability);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "t.i = $1::numeric ; IMPLICIT_CAST",
        "t.i = $1::float8 ; IMPLICIT_CAST",
        "t.i = $1::bigint ; SARGABLE",
        "t.b = $1::smallint ; SARGABLE",
        "t.n = $1::integer ; SARGABLE",
        "t.n > $1::double precision ; IMPLICIT_CAST",
        "t.f = $1::numeric ; SARGABLE",
        "t.i = ANY ($1::numeric[]) ; IMPLICIT_CAST",
        "t.i = ANY ($1::bigint[]) ; SARGABLE",
        "t.i BETWEEN $1::numeric AND $2 ; IMPLICIT_CAST",
        "t.i IN ($1::int, $2::numeric) ; IMPLICIT_CAST",
        "t.i < u.n ; IMPLICIT_CAST",
        "t.i < u.b ; SARGABLE",
        "t.i > u.n * 2 ; IMPLICIT_CAST",
        "t.c = $1::text ; IMPLICIT_CAST",
        "t.c = $1::varchar ; SARGABLE",
        "t.i > extract(month FROM now()) ; IMPLICIT_CAST",
        "t.b = date_part('month', now()) ; IMPLICIT_CAST",
        "t.i > (SELECT avg(u.i) FROM u) ; IMPLICIT_CAST",
        "t.i > (SELECT max(u.i) FROM u) ; SARGABLE",
        "t.i > coalesce($1::numeric, 0) ; IMPLICIT_CAST",
        "t.i > coalesce($1::int, 0) ; SARGABLE",
        "t.n > (SELECT avg(u.i) FROM u) ; SARGABLE",
        "t.ci = $1::text ; IMPLICIT_CAST",
        "t.s = $1::varchar ; SARGABLE",
        "t.v = $1::text ; SARGABLE",
        "t.v = 'x' ; SARGABLE",
        "t.d = $1::timestamptz ; SARGABLE",
        "t.tz >= $1::date ; SARGABLE",
        "t.ts < $1::date ; SARGABLE",
        "t.v::text = 'x' ; SARGABLE",
        "t.v::text LIKE 'x%' ; SARGABLE",
        "t.s::varchar = 'x' ; SARGABLE",
        "t.i::int4 = 1 ; SARGABLE",
        "t.cidr::inet = '10.0.0.1' ; SARGABLE",
        "t.c::text = 'x' ; EXPLICIT_CAST",
        "t.ci::text = 'x' ; EXPLICIT_CAST",
        "t.i::bigint = 1 ; EXPLICIT_CAST",
        "t.ts::date = '2024-01-01' ; EXPLICIT_CAST",
        "t.s = current_user ; COLLATION",
        "t.v = session_user::text ; COLLATION",
        "t.s IN ('x'::name, 'y') ; COLLATION",
        "t.i = length(current_user) ; SARGABLE",
        "t.i IS NULL ; SARGABLE"
      })
  void typesOfTheCatalogTellOfCasts(String condition, Sargability sargability) {
    assertThat(withTypes(condition, PatternSamples.NONE).sargability()).isEqualTo(sargability);
  }

  @ParameterizedTest
  @CsvSource({
    "t.i = 1, 1.5, false, IMPLICIT_CAST",
    "t.i = 1, 15, false, SARGABLE",
    "t.i = 1, 1.5, true, SARGABLE",
    "t.i = 1, 99999999999999999999, false, IMPLICIT_CAST",
    "t.i = 1, 1e3, false, IMPLICIT_CAST",
    "t.i = 1, true, false, SARGABLE",
    "t.n = 1, 1.5, false, SARGABLE",
    "t.f = 1, 1.5, false, SARGABLE",
    "t.i + 1 = 1, 1.5, false, OPERATOR"
  })
  void numbersOfSamplesTellOfCasts(
      String condition, String value, boolean string, Sargability sargability) {
    ConstantCounts counts = new ConstantCounts(1, 0, List.of(new Seen(value, string, 1)));
    PatternSamples samples =
        new PatternSamples(List.of(), List.of(counts, counts), List.of(counts));

    assertThat(withTypes(condition, samples).sargability()).isEqualTo(sargability);
  }

  @Test
  void numbersOfListsTellOfCastsToo() {
    ConstantCounts counts = new ConstantCounts(2, 0, List.of(new Seen("1.5", false, 2)));
    PatternSamples samples = new PatternSamples(List.of(), List.of(), List.of(counts));

    assertThat(withTypes("t.i IN (1, 2)", samples).sargability())
        .isEqualTo(Sargability.IMPLICIT_CAST);
  }

  @Test
  void withoutTypesNothingIsGuessed() {
    assertThat(withoutTypes("t.i = $1::numeric").sargability()).isEqualTo(Sargability.SARGABLE);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "(t.a, t.b) > (1, 2) ; SARGABLE, SARGABLE",
        "(lower(t.a), t.b) > ('x', 2) ; FUNCTION, FUNCTION"
      })
  void laterKeysOfARowAreServedOnlyAfterTheFirst(String condition, String expected) {
    Condition tree = Shapes.of("SELECT * FROM t WHERE " + condition).blocks().get(0).condition();

    assertThat(((Condition.RowComparison) tree).keys())
        .extracting(key -> key.sargability().name())
        .containsExactly(expected.split(", "));
  }
}
