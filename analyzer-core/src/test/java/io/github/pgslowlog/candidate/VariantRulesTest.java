package io.github.pgslowlog.candidate;

import static io.github.pgslowlog.candidate.TestDatabase.common;
import static io.github.pgslowlog.candidate.TestDatabase.statistics;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.IndexKey;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wider, smaller and partial forms of indexes: when they are proposed, and when not. */
final class VariantRulesTest {
  private static final TestDatabase QUEUE =
      TestDatabase.of(
              """
              jobs 5000000/100000: id bigint, queue text, state text, urgent boolean, \
              created_at timestamp without time zone, finished_at timestamp without time zone, \
              parent_id bigint, attempts integer, payload text, note text
              """)
          .column("jobs.state", common("pending", 0.02))
          .column("jobs.attempts", common("0", 0.95))
          .column("jobs.urgent", common("t", 0.01))
          .column("jobs.finished_at", statistics(0.01, 8, -1))
          .column("jobs.parent_id", statistics(0.8, 8, -0.1))
          .column("jobs.payload", statistics(0, 400, -1))
          .column("jobs.note", statistics(0, 90, -1));

  // --- covering

  @ParameterizedTest(name = "{0}")
  @MethodSource("covering")
  void covers(String name, String sql, List<String> variants) {
    TableScan scan = QUEUE.scans(sql).get(0);
    CandidateIndex base = new CandidateIndex(scan.table(), List.of(IndexKey.of("queue")));

    assertThat(new CoveringRule().variants(scan, base))
        .as(name)
        .extracting(candidate -> TestDatabase.text(candidate.index()))
        .containsExactlyElementsOf(variants);
  }

  static Stream<Arguments> covering() {
    return Stream.of(
        Arguments.of(
            "what is tested becomes a key, the rest is included",
            "SELECT sum(attempts) FROM jobs WHERE queue = 'mail' AND state <> 'done'",
            List.of("jobs (queue, state) INCLUDE (attempts)", "jobs (queue, state)")),
        Arguments.of(
            "columns that are only computed with",
            "SELECT attempts * 2 FROM jobs WHERE queue = 'mail'",
            List.of("jobs (queue) INCLUDE (attempts)")),
        Arguments.of(
            "columns that an outer query asks for",
            "SELECT id FROM (SELECT id, state, payload FROM jobs WHERE queue = 'mail') AS j",
            List.of("jobs (queue) INCLUDE (id)")),
        Arguments.of(
            "nothing is missing", "SELECT count(*) FROM jobs WHERE queue = 'mail'", List.of()),
        Arguments.of("a whole row", "SELECT * FROM jobs WHERE queue = 'mail'", List.of()),
        Arguments.of(
            "a whole row by the name of its table",
            "SELECT row_to_json(j) FROM jobs j WHERE queue = 'mail'",
            List.of()),
        Arguments.of(
            "five columns",
            "SELECT id, attempts, urgent, created_at, state FROM jobs WHERE queue = 'mail'",
            List.of()),
        Arguments.of("a wide column", "SELECT note FROM jobs WHERE queue = 'mail'", List.of()),
        Arguments.of(
            "rows that are changed are fetched, and only filtered before",
            "DELETE FROM jobs WHERE queue = 'mail' AND state <> 'done'",
            List.of("jobs (queue, state)")));
  }

  @Test
  void aNarrowIndexIsReadInPlaceOfTheTable() {
    assertThat(
            QUEUE.proposals(
                new NarrowCopyRule(),
                "jobs",
                "SELECT queue, sum(attempts) FROM jobs WHERE state <> 'done' GROUP BY queue"))
        .containsExactly("jobs (queue, state) INCLUDE (attempts)");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notNarrow")
  void aNarrowIndexMustBeAFractionOfItsTable(String name, String sql) {
    assertThat(QUEUE.proposals(new NarrowCopyRule(), "jobs", sql)).as(name).isEmpty();
  }

  static Stream<Arguments> notNarrow() {
    return Stream.of(
        Arguments.of("a wide column", "SELECT count(payload) FROM jobs"),
        Arguments.of("all columns", "SELECT * FROM jobs"),
        Arguments.of("no column", "SELECT count(*) FROM jobs"));
  }

  // --- partial

  @ParameterizedTest(name = "{0}")
  @MethodSource("partial")
  void isPartial(String name, List<String> log, List<String> indexes) {
    assertThat(QUEUE.texts(log.toArray(String[]::new)))
        .as(name)
        .filteredOn(text -> text.contains(" WHERE "))
        .containsExactlyInAnyOrderElementsOf(indexes);
  }

  private static List<String> thrice(String sql) {
    return Collections.nCopies(3, sql);
  }

  static Stream<Arguments> partial() {
    return Stream.of(
        Arguments.of(
            "a constant that few rows have",
            thrice("SELECT * FROM jobs WHERE state = 'pending' ORDER BY created_at LIMIT 5"),
            List.of("jobs (created_at) WHERE state = 'pending'")),
        Arguments.of(
            "a constant alone",
            thrice("SELECT * FROM jobs WHERE state = 'pending'"),
            List.of("jobs (state) WHERE state = 'pending'")),
        Arguments.of(
            "a constant that most statements have",
            List.of(
                "SELECT * FROM jobs WHERE state = 'pending'",
                "SELECT * FROM jobs WHERE state = 'pending'",
                "SELECT * FROM jobs WHERE state = 'pending'",
                "SELECT * FROM jobs WHERE state = 'pending'",
                "SELECT * FROM jobs WHERE state = 'done'"),
            List.of("jobs (state) WHERE state = 'pending'")),
        Arguments.of(
            "a boolean column",
            List.of("SELECT * FROM jobs WHERE urgent AND queue = 'mail'"),
            List.of("jobs (queue) WHERE urgent")),
        Arguments.of(
            "rows that are not deleted",
            List.of("SELECT * FROM jobs WHERE finished_at IS NULL AND queue = 'mail'"),
            List.of("jobs (queue) WHERE finished_at IS NULL")),
        Arguments.of(
            "what nearly no row is not",
            thrice("SELECT * FROM jobs WHERE attempts <> 0"),
            List.of("jobs (attempts) WHERE attempts <> 0")),
        Arguments.of(
            "what many rows are not",
            thrice("SELECT * FROM jobs WHERE state <> 'pending'"),
            List.of()),
        Arguments.of(
            "few rows without value",
            List.of("SELECT * FROM jobs WHERE finished_at IS NULL"),
            List.of("jobs (finished_at) WHERE finished_at IS NULL")),
        Arguments.of(
            "a column that is mostly NULL",
            List.of("SELECT * FROM jobs WHERE parent_id = 5"),
            List.of("jobs (parent_id) WHERE parent_id IS NOT NULL")),
        Arguments.of(
            "a parameter is not known to a generic plan",
            List.of(
                "SELECT * FROM jobs WHERE state = $1 | 'pending'",
                "SELECT * FROM jobs WHERE state = $1 | 'pending'",
                "SELECT * FROM jobs WHERE state = $1 | 'pending'"),
            List.of()),
        Arguments.of(
            "one statement does not tell that a value is always the same",
            List.of("SELECT * FROM jobs WHERE state = 'pending'"),
            List.of()),
        Arguments.of(
            "values that differ",
            List.of(
                "SELECT * FROM jobs WHERE state = 'pending'",
                "SELECT * FROM jobs WHERE state = 'pending'",
                "SELECT * FROM jobs WHERE state = 'done'"),
            List.of()),
        Arguments.of(
            "a value of which nothing is known",
            thrice("SELECT * FROM jobs WHERE state = 'odd'"),
            List.of()),
        Arguments.of(
            "most rows are not urgent",
            List.of("SELECT * FROM jobs WHERE NOT urgent AND queue = 'mail'"),
            List.of()),
        Arguments.of(
            "something computed of a constant",
            thrice("SELECT * FROM jobs WHERE state = lower('pending')"),
            List.of()),
        Arguments.of(
            "the missing partner of an outer join",
            List.of(
                """
                SELECT * FROM jobs a LEFT JOIN jobs b ON b.queue = a.payload
                WHERE b.finished_at IS NULL
                """),
            List.of()));
  }

  @Test
  void aConstantInTheConditionIsTold() {
    List<Candidate> candidates =
        QUEUE.candidates(
            thrice("SELECT * FROM jobs WHERE state = 'pending'").toArray(String[]::new));

    assertThat(candidates)
        .filteredOn(candidate -> candidate.index().predicate().isPresent())
        .singleElement()
        .satisfies(
            candidate ->
                assertThat(candidate.caveats())
                    .containsExactly(
                        "serves only statements that have state = 'pending' in their text, not as"
                            + " a parameter of a prepared statement"));
  }
}
