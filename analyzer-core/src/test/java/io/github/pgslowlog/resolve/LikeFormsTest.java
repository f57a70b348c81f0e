package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.sample.ConstantCounts;
import io.github.pgslowlog.sample.ConstantCounts.Seen;
import io.github.pgslowlog.sample.PatternSamples;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What samples of patterns tell of LIKE and of regular expressions. */
final class LikeFormsTest {
  private static ConstantCounts counts(String values, boolean string) {
    List<Seen> seen =
        Arrays.stream(values.split("/", -1)).map(text -> new Seen(text, string, 1)).toList();
    return new ConstantCounts(seen.size(), 0, seen);
  }

  /** The only predicate of a condition; values of one place stand between slashes. */
  private static Predicate predicate(String condition, String... values) {
    PatternSamples samples =
        new PatternSamples(
            List.of(), Arrays.stream(values).map(v -> counts(v, true)).toList(), List.of());
    QueryShape shape =
        Shapes.of(ShapeResolver.withoutCatalog(), "SELECT * FROM t WHERE " + condition, samples);
    return shape.blocks().get(0).predicates().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "abc ; EXACT ; SARGABLE",
        "abc% ; PREFIX ; SARGABLE",
        "a_c ; PREFIX ; SARGABLE",
        "%abc ; INFIX ; LEADING_WILDCARD",
        "_bc ; INFIX ; LEADING_WILDCARD",
        "abc%/def ; PREFIX ; SARGABLE",
        "abc%/%def ; MIXED ; SARGABLE",
        "\\%abc ; EXACT ; SARGABLE",
        "\\_a% ; PREFIX ; SARGABLE",
        "\\\\%a ; PREFIX ; SARGABLE"
      })
  void wildcardsOfLike(String patterns, LikeForm form, Sargability sargability) {
    Predicate predicate = predicate("a LIKE 'x'", patterns);

    assertThat(predicate.like()).isEqualTo(form);
    assertThat(predicate.sargability()).isEqualTo(sargability);
    assertThat(predicate.constants()).containsExactly(counts(patterns, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a ILIKE 'x' ; abc% ; PREFIX ; CASE_INSENSITIVE",
        "a ILIKE 'x' ; 0123% ; PREFIX ; SARGABLE",
        "a ILIKE 'x' ; %abc ; INFIX ; LEADING_WILDCARD",
        "a NOT LIKE 'x' ; abc% ; PREFIX ; NEGATION",
        "a SIMILAR TO 'x' ; ab(c|d) ; INFIX ; LEADING_WILDCARD",
        "a SIMILAR TO 'x' ; ab[cd]% ; PREFIX ; SARGABLE",
        "lower(a) LIKE 'x' ; %abc% ; INFIX ; FUNCTION",
        "a ^@ 'x' ; abc ; PREFIX ; SARGABLE",
        "a LIKE lower('x') ; %abc ; INFIX ; LEADING_WILDCARD",
        "a LIKE 'x'::text ; %abc ; INFIX ; LEADING_WILDCARD",
        "a ~ 'x' ; ^abc ; UNKNOWN ; SARGABLE",
        "a ~ 'x' ; abc ; UNKNOWN ; LEADING_WILDCARD",
        "a ~ 'x' ; ^a*b ; UNKNOWN ; LEADING_WILDCARD",
        "a ~ 'x' ; ^(ab|c) ; UNKNOWN ; LEADING_WILDCARD",
        "a ~ 'x' ; ^\\.git ; UNKNOWN ; SARGABLE",
        "a ~ 'x' ; ^\\d+ ; UNKNOWN ; LEADING_WILDCARD",
        "a ~* 'x' ; ^abc ; UNKNOWN ; CASE_INSENSITIVE",
        "a !~ 'x' ; ^abc ; UNKNOWN ; NEGATION"
      })
  void otherMatches(String condition, String patterns, LikeForm form, Sargability sargability) {
    Predicate predicate = predicate(condition, patterns);

    assertThat(predicate.like()).isEqualTo(form);
    assertThat(predicate.sargability()).isEqualTo(sargability);
  }

  @Test
  void aPatternMayBePutTogether() {
    assertThat(predicate("a LIKE '%' || $1 || '%'", "%", "x", "%").like())
        .isEqualTo(LikeForm.INFIX);
    assertThat(predicate("a LIKE $1 || '%'", "x", "%").like()).isEqualTo(LikeForm.PREFIX);
    assertThat(predicate("a LIKE concat('%', $1)", "%", "x").like()).isEqualTo(LikeForm.INFIX);
  }

  @Test
  void withoutSamplesNothingIsKnown() {
    Predicate like = predicate("a LIKE 'x%'");
    Predicate regex = predicate("a ~ '^x'");

    assertThat(like.like()).isEqualTo(LikeForm.UNKNOWN);
    assertThat(like.sargability()).isEqualTo(Sargability.SARGABLE);
    assertThat(regex.sargability()).isEqualTo(Sargability.SARGABLE);
  }

  @Test
  void thePatternsOfAListAreSeenTogether() {
    PatternSamples samples =
        new PatternSamples(List.of(), List.of(), List.of(counts("%a/%b", true)));
    QueryShape shape =
        Shapes.of(
            ShapeResolver.withoutCatalog(),
            "SELECT * FROM t WHERE a LIKE ANY (ARRAY['x', 'y'])",
            samples);

    Predicate predicate = shape.blocks().get(0).predicates().get(0);
    assertThat(predicate.operator()).isEqualTo("LIKE ANY");
    assertThat(predicate.like()).isEqualTo(LikeForm.INFIX);
    assertThat(predicate.constants()).containsExactly(counts("%a/%b", true));
  }

  @Test
  void anEscapeCharacterOfItsOwnMakesWildcardsPlain() {
    assertThat(LikeForms.of(List.of(new PatternTexts.Escaped("!%abc", '!')), "LIKE"))
        .isEqualTo(LikeForm.EXACT);
    assertThat(LikeForms.of(List.of(new PatternTexts.Escaped("\\%abc", '!')), "LIKE"))
        .isEqualTo(LikeForm.PREFIX);
  }
}
