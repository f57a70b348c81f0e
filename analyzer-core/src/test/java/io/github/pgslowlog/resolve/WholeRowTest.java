package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that are reached through a row, an array or a list of distinct outputs. */
final class WholeRowTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "SELECT 1 FROM posts p WHERE (p).state = 'live' ; posts.state equality",
        "SELECT 1 FROM posts p WHERE (p.address).town = 'Ulm' ; posts.address expression",
        "SELECT 1 FROM posts WHERE 3 = ALL (marks) ; posts.marks expression",
        "SELECT 1 FROM posts WHERE 3 < ANY (marks) ; posts.marks expression",
        "SELECT 1 FROM posts WHERE 3 = ANY (marks) ; posts.marks contains",
        "SELECT DISTINCT lower(name) FROM posts ; posts.name expression",
        "SELECT DISTINCT name FROM posts ; posts.name distinct"
      })
  void usesAreThoseOfTheColumnsBehind(String sql, String expected) {
    assertThat(Shapes.uses(Shapes.of(sql))).containsExactly(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {"1 = ALL (marks) ; = ALL", "1 < ANY (marks) ; < ANY", "1 = ANY (marks) ; = ANY"})
  void noIndexOnArraysIsAskedByElement(String condition, String operator) {
    Predicate predicate =
        Shapes.of("SELECT 1 FROM posts WHERE " + condition).blocks().get(0).predicates().get(0);

    assertThat(predicate.operator()).isEqualTo(operator);
    assertThat(predicate.sargability()).isEqualTo(Sargability.NOT_INDEXABLE);
  }
}
