package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators ask of the column on their left side. */
final class OperatorClassTest {
  private static final Map<Role, String> OPERATORS =
      Map.of(
          Role.EQUALITY, "=",
          Role.RANGE, "< <= > >= ~<~ ~>=~",
          Role.NOT_EQUAL, "<> !=",
          Role.LIKE, "~~ ~~* !~~ !~~* ^@ LIKE ILIKE",
          Role.REGEX, "~ ~* !~ !~*",
          Role.CONTAINS, "@> <@ ? ?| ?& @@ @@@ @? % <% %> <<% %>> <<= >>=",
          Role.OVERLAP, "&& &&& << >> &< &> <<| |>> &<| |&> -|- ~= ?# @",
          Role.DISTANCE, "<-> <#> <=> <+> <~> <%> <<-> <->>",
          Role.EXPRESSION, "#= <@@> ?- *<");

  static Stream<String> operators() {
    return OPERATORS.entrySet().stream()
        .flatMap(e -> Stream.of(e.getValue().split(" ", -1)).map(o -> e.getKey() + " " + o));
  }

  @ParameterizedTest
  @MethodSource("operators")
  void everyOperatorHasARole(String roleAndOperator) {
    List<String> words = List.of(roleAndOperator.split(" ", 2));

    assertThat(OperatorClass.of(words.get(1)).role()).isEqualTo(Role.valueOf(words.get(0)));
  }

  @ParameterizedTest
  @CsvSource({"<, >", ">=, <=", "=, =", "@>, <@", "<@, @>", "<<, >>", "<%, %>", "&&, &&", "@@, @@"})
  void sidesCanBeExchanged(String operator, String commuted) {
    assertThat(OperatorClass.of(operator).commuted().operator()).isEqualTo(commuted);
  }

  @ParameterizedTest
  @CsvSource({
    "<, >=",
    "<=, >",
    "=, <>",
    "<>, =",
    "~, !~",
    "~~, NOT LIKE",
    "!~~*, ILIKE",
    "IS DISTINCT FROM, IS NOT DISTINCT FROM"
  })
  void operatorsHaveNegations(String operator, String negated) {
    assertThat(OperatorClass.of(operator).negated().operator()).isEqualTo(negated);
  }

  @ParameterizedTest
  @CsvSource({"?, false", "~, false", "^@, false", "LIKE, false", "-|-, true"})
  void notEveryOperatorCanStandBehindTheValue(String operator, boolean commutable) {
    assertThat(OperatorClass.of(operator).isCommutable()).isEqualTo(commutable);
  }

  @Test
  void anOperatorThatIsNotKnownIsKept() {
    OperatorClass unknown = OperatorClass.of("#>=#");

    assertThat(unknown.operator()).isEqualTo("#>=#");
    assertThat(unknown.index()).isEqualTo(Sargability.NOT_INDEXABLE);
    assertThat(unknown.isNegatable()).isFalse();
  }
}
