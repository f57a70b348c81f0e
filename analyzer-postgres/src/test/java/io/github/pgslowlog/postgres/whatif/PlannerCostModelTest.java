package io.github.pgslowlog.postgres.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.ServerFacts;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.postgres.server.SharedServer;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.Offer;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlanResult.Planned;
import io.github.pgslowlog.select.PlannableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerCostModelTest {
  private static final CandidateIndex BY_CUSTOMER = Shop.btree("orders", "customer_id");
  private static final CandidateIndex BY_STATUS = Shop.btree("orders", "status");
  private static final CandidateIndex ON_OTHER = Shop.btree("other", "name");
  private static final String OF_CUSTOMER = "SELECT * FROM orders WHERE customer_id = 7";

  /** A schema that wants to be superuser, and statistics that make it try. */
  private static final String SEIZING =
      """
      CREATE FUNCTION seize(text) RETURNS bool LANGUAGE plpgsql AS $$
        BEGIN ALTER ROLE planner SUPERUSER; RETURN true;
        EXCEPTION WHEN OTHERS THEN RETURN true; END $$;
      CREATE DOMAIN seizing AS text CHECK (public.seize(VALUE));
      CREATE FUNCTION f(text) RETURNS seizing LANGUAGE sql IMMUTABLE AS 'SELECT upper($1)::public.seizing';
      CREATE TABLE t (a text);
      SELECT pg_restore_relation_stats('schemaname', 'public', 'relname', 't', 'relpages', 9999,
        'reltuples', 1000000::real);
      SELECT pg_restore_attribute_stats('schemaname', 'public', 'relname', 't', 'attname', 'a',
        'inherited', false, 'null_frac', 0::real, 'avg_width', 2, 'n_distinct', 2::real,
        'most_common_vals', '{a,b}', 'most_common_freqs', '{0.6,0.4}'::real[]);
      """;

  private static String database = "";
  private static PlannerCostModel model;

  @BeforeAll
  static void open() throws Exception {
    database = SharedServer.newDatabase();
    execute(Shop.text("small-schema.sql"));
    model = new PlannerCostModel(SharedServer.get(), database, Shop.CATALOG);
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void candidateIsInPlansOfConfigurationsThatHaveIt() {
    offer(BY_CUSTOMER);

    Planned before = planned(OF_CUSTOMER, Configuration.AS_IS);
    Planned after = planned(OF_CUSTOMER, Configuration.with(List.of(BY_CUSTOMER)));
    Planned again = planned(OF_CUSTOMER, Configuration.AS_IS);

    assertThat(before.candidates()).isEmpty();
    assertThat(after.candidates()).containsExactly(BY_CUSTOMER);
    assertThat(nodes(after.plan()))
        .anyMatch(node -> node.index().equals(Optional.of("orders_customer_id_idx")));
    assertThat(after.cost()).isLessThan(before.cost() / 100);
    assertThat(again).isEqualTo(before);
  }

  @Test
  void tableOfSeveralGibibytesIsPlannedAtItsSize() {
    Planned plan = planned("SELECT * FROM orders", Configuration.AS_IS);

    assertThat(plan.plan().rows()).isEqualTo(20_000_000);
    assertThat(plan.cost()).isEqualTo(300_000 + 0.01 * 20_000_000, within(1.0));
  }

  @Test
  void existingIndexCanBeHidden() {
    String byId = "SELECT * FROM orders WHERE id = 5";
    IndexName primaryKey = new IndexName("public", "orders_pkey");

    assertThat(planned(byId, Configuration.AS_IS).existing()).containsExactly(primaryKey);
    assertThat(planned(byId, new Configuration(Set.of(), Set.of(primaryKey), Map.of())).existing())
        .isEmpty();
    assertThat(planned("SELECT id FROM orders WHERE id = 6", Configuration.AS_IS).existing())
        .containsExactly(primaryKey);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"18.6, true", "19, true", "17.4, false", "9.6.24, false"})
  void skipScansAreForServersThatHaveThem(String version, boolean used) throws Exception {
    CandidateIndex byStatusFirst = Shop.btree("orders", "status", "customer_id");
    String name = SharedServer.newDatabase();
    execute(name, Shop.text("small-schema.sql"));
    ServerFacts server = new ServerFacts(version, Map.of(), Set.of(), Set.of(), Optional.empty());
    Catalog catalog =
        new Catalog(List.of(), List.of("public"), List.of(), List.of(), Map.of(), server);

    try (PlannerCostModel itsModel = new PlannerCostModel(SharedServer.get(), name, catalog)) {
      itsModel.offer(List.of(byStatusFirst, BY_CUSTOMER));
      PlannableStatement statement = new PlannableStatement(OF_CUSTOMER, List.of(), false);

      assertThat(itsModel.plan(statement, Configuration.with(List.of(byStatusFirst))))
          .isInstanceOfSatisfying(
              Planned.class,
              plan -> assertThat(plan.candidates().contains(byStatusFirst)).isEqualTo(used));
      assertThat(itsModel.plan(statement, Configuration.with(List.of(byStatusFirst, BY_CUSTOMER))))
          .isInstanceOfSatisfying(
              Planned.class, plan -> assertThat(plan.candidates()).containsExactly(BY_CUSTOMER));
    }
  }

  @Test
  void settingsHoldForOnePlan() {
    String byId = "SELECT * FROM other WHERE id = 900";

    Planned without =
        planned(
            byId,
            new Configuration(
                Set.of(), Set.of(), Map.of("enable_indexscan", "off", "enable_bitmapscan", "off")));

    assertThat(without.existing()).isEmpty();
    assertThat(planned(byId, Configuration.AS_IS).existing()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "role, postgres, role is not a setting of the planner",
    "session_preload_libraries, x, session_preload_libraries is not a setting of the planner",
    "work_mem, much, 'invalid value for parameter'"
  })
  void settingThatIsNoneIsUnplanned(String name, String value, String reason) {
    assertThat(
            plan(
                "SELECT 4711 FROM other",
                new Configuration(Set.of(), Set.of(), Map.of(name, value))))
        .isInstanceOfSatisfying(
            PlanResult.Unplanned.class, no -> assertThat(no.reason()).startsWith(reason));
  }

  @Test
  void candidateThatCannotBeHadIsRefusedWithTheReason() {
    Map<CandidateIndex, String> refusals =
        Map.of(
            Shop.btree("nowhere", "a"), "there is no table public.nowhere",
            Shop.btree("orders", "colour"), "column \"colour\" does not exist",
            Shop.btree("orders", "place"),
                "data type point has no default operator class for access method \"btree\"",
            Shop.expression("orders", "date_trunc('day', placed_at)"),
                "functions in index expression must be marked IMMUTABLE",
            Shop.btree("orders", "id").where("true); DROP TABLE other; --"),
                "syntax error at or near \")\"",
            Shop.btree("orders", "id").where("true; DROP TABLE other"),
                "cannot open multi-query plan as cursor",
            Shop.other("orders", "btree", IndexKey.of("id").withOperatorClass("x); DROP TABLE y")),
                "not the name of an operator class or collation: x); DROP TABLE y",
            Shop.other("orders", "no such method", IndexKey.of("id")),
                "access method \"no such method\" does not exist");

    Map<CandidateIndex, Offer> offers = model.offer(refusals.keySet());

    refusals.forEach(
        (index, reason) ->
            assertThat(offers.get(index)).as(reason).isEqualTo(new Offer.Refused(reason)));
    assertThat(plan("SELECT * FROM other", Configuration.AS_IS)).isInstanceOf(Planned.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1; DROP TABLE other",
        "SELECT $1::int; DROP TABLE other",
        "DROP TABLE other",
        "",
        "-- only a comment",
        "ANALYZE SELECT 1",
        "EXPLAIN ANALYZE DELETE FROM other",
        "EXECUTE logged",
        "COPY other TO PROGRAM 'true'",
        "SET ROLE postgres",
        "SELECT seize()",
        "SELECT * FROM no_such_table",
        "SELECT 1 \0"
      })
  void whatIsNotOneStatementThatCanBePlannedIsUnplanned(String sql) {
    PlanResult result =
        model.plan(
            new PlannableStatement(sql, List.of(Optional.of("1")), false), Configuration.AS_IS);

    assertThat(result).isInstanceOf(PlanResult.Unplanned.class);
    assertThat(plan("SELECT * FROM other", Configuration.AS_IS)).isInstanceOf(Planned.class);
  }

  @Test
  void nothingIsExecuted() throws SQLException {
    planned("SELECT nextval('numbers')", Configuration.AS_IS);
    planned("INSERT INTO other VALUES (nextval('numbers'), 'a')", Configuration.AS_IS);

    try (Connection connection = SharedServer.get().connect(database);
        Statement statement = connection.createStatement()) {
      assertThat(Rows.texts(statement, "SELECT nextval('numbers')")).containsExactly("1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WITH a AS (SELECT 1) SELECT * FROM a",
        "(SELECT 1) UNION (SELECT 2)",
        "/* c */ -- d\n TABLE other",
        "VALUES (1), (2)",
        "UPDATE other SET name = 'b' WHERE id = 1",
        "DELETE FROM other WHERE id = 1 RETURNING *",
        "SELECT * FROM other WHERE id = 3 FOR UPDATE",
        "MERGE INTO other o USING orders n ON o.id = n.id WHEN MATCHED THEN DELETE",
        "SELECT ';' FROM other WHERE name = '{d ?}' -- the end"
      })
  void statementsOfAllKindsArePlanned(String sql) {
    assertThat(plan(sql, Configuration.AS_IS)).isInstanceOf(Planned.class);
  }

  @Test
  void valuesOfParametersDecide() {
    assertThat(rows("SELECT * FROM orders WHERE status = $1", "done")).isEqualTo(18_000_000);
    assertThat(rows("SELECT * FROM orders WHERE status = $1", "pending"))
        .isEqualTo(2000, within(1.0));
    assertThat(rows("SELECT * FROM orders WHERE customer_id = $1 OR status = $2", "7", "it's"))
        .isLessThan(1000);
  }

  @Test
  void parameterOfUnknownTypeIsWrittenIntoTheStatement() {
    assertThat(rows("SELECT * FROM other WHERE name = $1 || $2", "a", "b")).isEqualTo(1);
    assertThat(
            rows(
                "SELECT id FROM orders WHERE placed_at > date_trunc('day', $1 + interval '1 day')",
                "2024-10-23"))
        .isEqualTo(200_000, within(60_000.0));
  }

  @Test
  void statementWithoutValuesIsPlannedForAny() {
    PlannableStatement generic =
        new PlannableStatement("SELECT * FROM orders WHERE status = $1", List.of(), true);

    PlanResult result = model.plan(generic, Configuration.AS_IS);

    assertThat(((Planned) result).plan().rows()).isEqualTo(20_000_000 / 3.0, within(1.0));
  }

  @Test
  void messageDoesNotTellValues() {
    assertThat(plan("SELECT * FROM orders WHERE id = 'my \"secret'", Configuration.AS_IS))
        .isEqualTo(new PlanResult.Unplanned("invalid input syntax for type bigint"));
    assertThat(plan("SELECT * FROM orders 'my secret'", Configuration.AS_IS))
        .isEqualTo(new PlanResult.Unplanned("syntax error"));
  }

  @Test
  void sameQuestionIsAskedOnce() {
    String sql = "SELECT * FROM orders WHERE customer_id = 8";
    offer(BY_CUSTOMER, BY_STATUS, ON_OTHER);
    Planned with = planned(sql, Configuration.with(List.of(BY_CUSTOMER, BY_STATUS)));
    long asked = model.plansAsked();

    assertThat(planned(sql, Configuration.with(List.of(BY_CUSTOMER, BY_STATUS)))).isSameAs(with);
    assertThat(planned(sql, Configuration.with(List.of(BY_CUSTOMER, BY_STATUS, ON_OTHER))))
        .as("an index of another table")
        .isSameAs(with);
    assertThat(planned(sql, Configuration.with(List.of(BY_CUSTOMER))))
        .as("an index less that was not used")
        .isSameAs(with);
    assertThat(model.plansAsked()).isEqualTo(asked);
    assertThat(planned(sql, Configuration.with(List.of(BY_STATUS))).cost())
        .isGreaterThan(with.cost());
    assertThat(model.plansAsked()).isEqualTo(asked + 1);
  }

  @Test
  void indexesOfPartitionsAreTheCandidateOnTheirTable() {
    CandidateIndex candidate = Shop.btree("events", "id");
    offer(candidate);

    Planned plan =
        planned("SELECT * FROM events WHERE id = 4", Configuration.with(List.of(candidate)));
    Planned one =
        planned("SELECT * FROM events_new WHERE id = 4", Configuration.with(List.of(candidate)));

    assertThat(plan.candidates()).containsExactly(candidate);
    assertThat(nodes(plan.plan()).stream().flatMap(node -> node.index().stream()))
        .containsExactly("events_id_idx", "events_id_idx");
    assertThat(one.candidates()).containsExactly(candidate);
  }

  @Test
  void candidatesOfferedLaterLeaveTheRestAsItIs() {
    Planned before = planned("SELECT count(*) FROM orders WHERE id < 99", Configuration.AS_IS);
    offer(BY_CUSTOMER);
    Planned first =
        planned(
            "SELECT 1 FROM orders WHERE customer_id = 3", Configuration.with(List.of(BY_CUSTOMER)));

    CandidateIndex later = Shop.btree("orders", "placed_at", "customer_id");
    offer(later);

    assertThat(planned("SELECT COUNT(*) FROM orders WHERE id < 99", Configuration.AS_IS).cost())
        .isEqualTo(before.cost());
    assertThat(
            planned(
                    "SELECT 2 FROM orders WHERE customer_id = 3",
                    Configuration.with(List.of(BY_CUSTOMER)))
                .cost())
        .isEqualTo(first.cost());
    assertThat(planned("TABLE orders", Configuration.AS_IS).plan().rows()).isEqualTo(20_000_000);
  }

  @Test
  void partialIndexHasTheRowsOfItsCondition() {
    CandidateIndex all = Shop.btree("orders", "placed_at");
    CandidateIndex pending = all.where("status = 'pending'");
    Map<CandidateIndex, Offer> offers = offer(all, pending);

    assertThat(bytes(offers, pending)).isLessThan(bytes(offers, all) / 1000);
    assertThat(
            planned(
                    "SELECT * FROM orders WHERE status = 'pending' AND placed_at > '2024-09-01Z'",
                    Configuration.with(List.of(all, pending)))
                .candidates())
        .containsExactly(pending);
  }

  @Test
  void expressionHasTheStatisticsOfItsColumn() {
    CandidateIndex upper = Shop.expression("orders", "upper(country)");
    offer(upper);
    String sql = "SELECT * FROM orders WHERE upper(country) = '%s'";

    assertThat(planned(sql.formatted("US"), Configuration.AS_IS).plan().rows()).isEqualTo(100_000);
    assertThat(planned(sql.formatted("US"), Configuration.with(List.of(upper))).plan().rows())
        .isEqualTo(12_000_000, within(1000.0));
    assertThat(planned(sql.formatted("FR"), Configuration.with(List.of(upper))).candidates())
        .containsExactly(upper);
  }

  @Test
  void checksOfADomainRunAsAnOrdinaryRole() throws SQLException {
    String name = SharedServer.newDatabase();
    execute(name, SEIZING);
    CandidateIndex index = Shop.expression("t", "public.f(a)");

    try (PlannerCostModel itsModel = new PlannerCostModel(SharedServer.get(), name, Shop.CATALOG)) {
      assertThat(itsModel.offer(List.of(index)).get(index)).isInstanceOf(Offer.Accepted.class);
    }

    try (Connection connection = SharedServer.get().connect(name);
        Statement statement = connection.createStatement()) {
      assertThat(Rows.texts(statement, "SELECT rolsuper FROM pg_roles WHERE rolname = 'planner'"))
          .containsExactly("f");
    }
  }

  @Test
  void dayOfATimeHasAsManyValuesAsThereAreDays() {
    CandidateIndex day = Shop.expression("orders", "(placed_at AT TIME ZONE 'UTC')::date");
    offer(day);

    Planned plan =
        planned(
            "SELECT (placed_at AT TIME ZONE 'UTC')::date, count(*) FROM orders GROUP BY 1",
            Configuration.with(List.of(day)));

    assertThat(plan.plan().rows()).isEqualTo(300, within(3.0));
  }

  @Test
  void extensionThatIsAtHandIsCreated() {
    CandidateIndex trigrams =
        Shop.other("other", "gin", IndexKey.of("name").withOperatorClass("gin_trgm_ops"));

    assertThat(offer(trigrams).get(trigrams)).isInstanceOf(Offer.Accepted.class);
    assertThat(
            planned(
                    "SELECT * FROM other WHERE name LIKE '%abcdef%'",
                    Configuration.with(List.of(trigrams)))
                .candidates())
        .containsExactly(trigrams);
  }

  @Test
  void oddNamesAreQuoted() {
    TableName table = new TableName("public", "Odd \" Table");
    CandidateIndex index =
        new CandidateIndex(table, List.of(IndexKey.of("Key; Column"), IndexKey.of("select")));
    offer(index);

    Planned plan =
        planned(
            "SELECT * FROM \"Odd \"\" Table\" WHERE \"Key; Column\" = 3",
            Configuration.with(List.of(index)));

    assertThat(plan.candidates()).containsExactly(index);
    assertThat(nodes(plan.plan()).stream().flatMap(node -> node.table().stream())).contains(table);
    assertThat(nodes(plan.plan()).stream().flatMap(node -> node.index().stream()))
        .contains(new IndexDefinition(index).name());
  }

  private static Map<CandidateIndex, Offer> offer(CandidateIndex... candidates) {
    Map<CandidateIndex, Offer> offers = model.offer(Arrays.asList(candidates));
    assertThat(offers.values()).allMatch(Offer.Accepted.class::isInstance);
    return offers;
  }

  private static long bytes(Map<CandidateIndex, Offer> offers, CandidateIndex index) {
    Offer offer = offers.getOrDefault(index, new Offer.Refused("not offered"));
    return ((Offer.Accepted) offer).bytes();
  }

  private static PlanResult plan(String sql, Configuration configuration) {
    return model.plan(new PlannableStatement(sql, List.of(), false), configuration);
  }

  private static Planned planned(String sql, Configuration configuration) {
    PlanResult result = plan(sql, configuration);
    assertThat(result).as(sql).isInstanceOf(Planned.class);
    return (Planned) result;
  }

  private static double rows(String sql, String... values) {
    PlanResult result =
        model.plan(
            new PlannableStatement(sql, Arrays.stream(values).map(Optional::of).toList(), false),
            Configuration.AS_IS);
    assertThat(result).as(sql).isInstanceOf(Planned.class);
    return ((Planned) result).plan().rows();
  }

  private static List<PlanNode> nodes(PlanNode plan) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(plan),
            plan.children().stream().flatMap(child -> nodes(child).stream()))
        .toList();
  }

  private static void execute(String sql) throws SQLException {
    execute(database, sql);
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = SharedServer.get().connect(database);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
