package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.fingerprint.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why patterns have no plan, and what to do about it. */
class FailedPlansTest {
  private static final String HEAD =
      "%d of 9 patterns could not be planned and are not part of the advice, such as %032x: ";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          relation "users" does not exist   | ; does the schema belong to these logs?
          permission denied for table users | ; connect as a role that may run the statements, or give --schema
          several statements in one         | ''
          """)
  void whatToDoFollowsFromTheReason(String reason, String remedy) {
    assertThat(message(reason)).isEqualTo(HEAD.formatted(1, 0) + reason + remedy);
  }

  @Test
  void theReasonToldIsTheFirstOfTheMostFrequentOnes() {
    assertThat(
            message(
                "several statements in one",
                "permission denied for table users",
                "permission denied for table orders",
                "function f() does not exist"))
        .startsWith(HEAD.formatted(4, 1) + "permission denied for table users; connect as");
  }

  @Test
  void whereAllHavePlansNothingIsTold() {
    assertThat(new FailedPlans().problem(9)).isEmpty();
  }

  private static String message(String... reasons) {
    FailedPlans plans = new FailedPlans();
    for (int i = 0; i < reasons.length; i++) {
      plans.add(Fingerprint.parse("%032x".formatted(i)), reasons[i]);
    }
    return plans.problem(9).map(Problem::message).orElse("");
  }
}
