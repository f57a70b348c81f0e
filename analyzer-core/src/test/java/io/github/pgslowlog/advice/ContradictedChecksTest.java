package io.github.pgslowlog.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.TestCatalog;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.SelectionLimits;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that ask for what a CHECK constraint forbids. */
final class ContradictedChecksTest {
  private static final String TABLE =
      """
      table accounts [id bigint!, plan character varying(20), age integer, code char(3)]\
       rows 2000000 pages 30000
      table small [plan text] rows 9999
      """;
  private static final String CHECK =
      "check accounts_plan_check accounts CHECK (((plan)::text = ANY ((ARRAY['free'::character"
          + " varying, 'pro'::character varying])::text[])))";
  private static final PlanNode READ = Advising.scan("Seq Scan", "accounts", 55_000, 1);
  private static final PlanNode EMPTY =
      Advising.node("Result", Optional.empty(), Optional.empty(), "", "false", 0, 0);

  private static List<Recommendation> advice(Advising advising) {
    return new ContradictedChecks().advise(advising.context());
  }

  /** A planner that proves it. */
  private static Advising proving(Advising advising) {
    return advising.planner(
        (statement, configuration) ->
            Advising.planned(
                "on".equals(configuration.settings().get("constraint_exclusion")) ? EMPTY : READ,
                Set.of()));
  }

  private static List<Recommendation> advice(String check, String statement) {
    return advice(proving(Advising.of(TestCatalog.of(TABLE + check), statement)));
  }

  @Test
  void theValueFirstAndThenTheSetting() {
    List<Recommendation> advice = advice(CHECK, "SELECT * FROM accounts WHERE plan = 'Pro'");

    assertThat(advice)
        .extracting(Recommendation::action)
        .containsExactly(Action.REWRITE, Action.SETTING);
    assertThat(advice.get(0).reasons())
        .containsExactly(
            "1 of 1 samples ask for a value that CHECK accounts_plan_check forbids: they read"
                + " public.accounts and find nothing",
            "100.0 % of the time");
    Recommendation setting = advice.get(1);
    assertThat(setting.statement()).isEqualTo("ALTER ROLE app SET constraint_exclusion = on;");
    assertThat(setting.rollback()).isEqualTo("ALTER ROLE app RESET constraint_exclusion;");
    assertThat(setting.verification())
        .isEqualTo("SELECT rolconfig FROM pg_roles WHERE rolname = 'app';");
    assertThat(setting.confidence()).isEqualTo(Confidence.PLANNER);
    assertThat(setting.proof().orElseThrow().costBefore()).isEqualTo(55_000);
    assertThat(setting.proof().orElseThrow().costAfter()).isZero();
    assertThat(setting.caveats())
        .startsWith("correct the value first: then nothing has to be set")
        .hasSize(3);
  }

  @ParameterizedTest(name = "plan = ''{0}'': {1}")
  @CsvSource({"Pro, REWRITE SETTING", "pro, CREATE"})
  void noIndexIsMadeForThem(String value, String actions) {
    AdviceContext context =
        Advising.of(
                TestCatalog.of(TABLE + CHECK),
                "SELECT * FROM accounts WHERE plan = '" + value + "'")
            .planner(ContradictedChecksTest::searching)
            .context();

    Advice advice =
        new PlannerAdvisor(context.model().orElseThrow(), SelectionLimits.DEFAULT)
            .advise(context.request());

    assertThat(advice.recommendations())
        .extracting(recommendation -> recommendation.action().name())
        .containsExactly(actions.split(" ", -1));
  }

  /** Every index makes every statement cheap. */
  private static PlanResult searching(PlannableStatement statement, Configuration configuration) {
    boolean empty =
        statement.sql().contains("'Pro'")
            && "on".equals(configuration.settings().get("constraint_exclusion"));
    PlanNode plan =
        configuration.candidates().isEmpty()
            ? READ
            : Advising.scan("Index Scan", "accounts", 50, 1);
    return Advising.planned(empty ? EMPTY : plan, configuration.candidates());
  }

  @Test
  void valuesOfTheLogStayInTheLog() {
    assertThat(advice(CHECK, "SELECT * FROM accounts WHERE plan = 'Gold'").toString())
        .doesNotContain("Gold");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM accounts WHERE plan IN ('Pro', 'Free')",
        "SELECT count(*) FROM accounts a WHERE a.id = 5 AND a.plan = 'gold'",
      })
  void contradicted(String statement) {
    assertThat(advice(CHECK, statement)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM accounts WHERE plan = 'pro'",
        "SELECT * FROM accounts WHERE plan <> 'Pro'",
        "SELECT * FROM accounts WHERE lower(plan) = 'PRO'",
        "SELECT * FROM accounts WHERE plan = 'Pro' OR id = 5",
        "SELECT * FROM accounts WHERE age = 5",
        "SELECT * FROM accounts WHERE plan = $1",
        "SELECT * FROM accounts WHERE plan < 'a'",
      })
  void silent(String statement) {
    assertThat(advice(CHECK, statement)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "not validated | check c accounts CHECK ((plan = ANY (ARRAY['free'::text]))) NOT VALID",
        "of another column | check c accounts CHECK ((code = ANY (ARRAY['free'::text])))",
        "of a small table | check c small CHECK ((plan = ANY (ARRAY['free'::text])))",
      })
  void silentForSomeConstraints(String name, String check) {
    assertThat(advice(check, "SELECT * FROM accounts WHERE plan = 'Pro'")).as(name).isEmpty();
    assertThat(advice(check, "SELECT * FROM small WHERE plan = 'Pro'")).as(name).isEmpty();
  }

  @Test
  void silentForTypesWithRulesOfTheirOwn() {
    String check = "check c accounts CHECK ((code = ANY (ARRAY['abc'::bpchar])))";

    assertThat(advice(check, "SELECT * FROM accounts WHERE code = 'x'")).isEmpty();
  }

  @Test
  void silentWithoutAPlannerThatProvesIt() {
    Catalog catalog = TestCatalog.of(TABLE + CHECK);
    String statement = "SELECT * FROM accounts WHERE plan = 'Pro'";

    assertThat(advice(Advising.of(catalog, statement))).isEmpty();
    assertThat(
            advice(
                Advising.of(catalog, statement)
                    .planner((any, configuration) -> Advising.planned(READ, Set.of()))))
        .isEmpty();
    assertThat(
            advice(
                Advising.of(catalog, statement)
                    .planner((any, configuration) -> Advising.planned(EMPTY, Set.of()))))
        .as("proven already")
        .isEmpty();
  }

  @Test
  void withoutARoleThereIsNoSetting() {
    String log =
        """
        2024-05-01 10:00:00.000 UTC [1] LOG:  duration: 991.000 ms  statement:\
         SELECT * FROM accounts WHERE plan = 'Pro'
        """;

    assertThat(advice(proving(Advising.ofLog(TestCatalog.of(TABLE + CHECK), log))))
        .extracting(Recommendation::action)
        .containsExactly(Action.REWRITE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "age < 18                | age < a value that c forbids",
        "age <= 17               | age <= a value that c forbids",
        "17 >= age               | age <= a value that c forbids",
        "age > 150               | age > a value that c forbids",
        "age BETWEEN 10 AND 15   | age BETWEEN a value that c forbids",
        "age BETWEEN 151 AND 160 | age BETWEEN a value that c forbids",
        "age <= 18               | ",
        "age >= 150              | ",
        "age > 18                | ",
        "age BETWEEN 10 AND 18   | ",
      })
  void aRangeThatIsForbidden(String condition, @Nullable String instead) {
    String check = "check c accounts CHECK (((age >= 18) AND (age <= 150)))";

    assertThat(advice(check, "SELECT * FROM accounts WHERE " + condition))
        .filteredOn(advice -> advice.action() == Action.REWRITE)
        .extracting(advice -> advice.statement().lines().findFirst().orElse(""))
        .isEqualTo(instead == null ? List.of() : List.of("-- instead of: " + instead));
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    "'(n > 0)', <, 0, true",
    "'(n > 0)', <=, 0, true",
    "'(n > 0)', <, 1, false",
    "'(n > 0)', >, -1, false",
    "'(n >= 0)', <, 0, true",
    "'(n >= 0)', <=, 0, false",
    "'(n < 9)', >=, 9, true",
    "'(n < 9)', >=, 8.5, false",
    "'(n <= 9)', >, 9, true",
    "'(n <= 9)', >=, 9, false",
    "'(n = ANY (ARRAY[1, 2]))', >, 2, true",
    "'(n = ANY (ARRAY[1, 2]))', >=, 2, false",
    "'(n = ANY (ARRAY[1, 2]))', <, x, false",
    "'(n > 0)', <>, 0, false",
  })
  void whichRangesAConstraintForbids(
      String check, String operator, String value, boolean forbidden) {
    assertThat(SimpleCheck.of("CHECK (" + check + ")"))
        .hasSize(1)
        .allSatisfy(one -> assertThat(one.forbids(operator, value)).isEqualTo(forbidden));
  }

  @Test
  void oneSettingForAllStatementsOfARole() {
    String checks = CHECK + "\ncheck c accounts CHECK ((age >= 18))";
    List<Recommendation> advice =
        advice(
            proving(
                Advising.of(
                    TestCatalog.of(TABLE + checks),
                    "SELECT * FROM accounts WHERE plan = 'Pro'",
                    "SELECT id FROM accounts WHERE age = 5")));

    assertThat(advice)
        .extracting(Recommendation::action)
        .containsExactly(Action.REWRITE, Action.REWRITE, Action.SETTING);
    assertThat(advice.get(2).served()).hasSize(2);
    assertThat(advice.get(2).proof().orElseThrow().costBefore()).isEqualTo(110_000);
    assertThat(advice.get(2).reasons().get(0)).contains("CHECK accounts_plan_check, c that");
  }

  @Test
  void statementsThatSeldomAskForItStillGetAnIndex() {
    AdviceContext context =
        Advising.of(
                TestCatalog.of(TABLE + CHECK),
                "SELECT * FROM accounts WHERE plan = 'Pro'",
                "SELECT * FROM accounts WHERE plan = 'pro'")
            .planner(ContradictedChecksTest::searching)
            .context();

    assertThat(
            new PlannerAdvisor(context.model().orElseThrow(), SelectionLimits.DEFAULT)
                .advise(context.request())
                .recommendations())
        .extracting(Recommendation::action)
        .containsExactly(Action.CREATE, Action.REWRITE, Action.SETTING);
  }

  // --- constraints

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CHECK ((plan = ANY (ARRAY['free'::text, 'it''s'::text]))) | x | true",
        "CHECK ((plan = ANY (ARRAY['free'::text, 'it''s'::text]))) | it's | false",
        "CHECK ((plan = 'free'::text)) | x | true",
        "CHECK ((plan >= 18)) | 17 | true",
        "CHECK ((plan >= 18)) | 18 | false",
        "CHECK ((plan > 18)) | 18.0 | true",
        "CHECK ((plan < (18)::numeric)) | 18 | true",
        "CHECK ((plan <= 18)) | 18 | false",
        "CHECK ((plan <= 18)) | 18.5 | true",
        "CHECK ((plan >= '-5'::integer)) | -6 | true",
        "CHECK (((plan >= 0) AND (plan <= 150))) | 151 | true",
        "CHECK (((plan >= 0) AND (plan <= 150))) | 150 | false",
        "CHECK (((plan >= 0) AND (length(x) > 3))) | -1 | false",
        "CHECK (((plan = 'a'::text) OR (plan = 'b'::text))) | x | false",
        "CHECK ((NOT (plan = 'a'::text))) | x | false",
        "CHECK ((lower(plan) = 'a'::text)) | x | false",
        "CHECK (((plan * 2) = 4)) | 5 | false",
        "CHECK ((plan <> 'a'::text)) | a | false",
        "CHECK ((plan = ANY (ARRAY['a'::text, other]))) | x | false",
        "CHECK ((plan IS NOT NULL)) | x | false",
        "CHECK ((plan >= '2024-01-01'::date)) | 2023-01-01 | false",
        "CHECK ((\"Plan\" = 'a'::text)) | x | false",
        "CHECK ((plan = 'a'::citext)) | A | false",
      })
  void whatAConstraintForbids(String definition, String value, boolean forbidden) {
    assertThat(
            SimpleCheck.of(definition).stream()
                .anyMatch(check -> check.column().equals("plan") && check.forbids(value)))
        .isEqualTo(forbidden);
  }
}
