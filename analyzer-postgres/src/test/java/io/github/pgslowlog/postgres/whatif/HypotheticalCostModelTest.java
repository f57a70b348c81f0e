package io.github.pgslowlog.postgres.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.postgres.server.SharedServer;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.Offer;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With functions that stand in for those of HypoPG, which does not come with the server. */
class HypotheticalCostModelTest {
  private static final CandidateIndex BY_CUSTOMER = Shop.btree("orders", "customer_id");
  private static final CandidateIndex UNKNOWN = Shop.other("orders", "gin", IndexKey.of("id"));

  private static HypotheticalCostModel model;

  @BeforeAll
  static void open() throws Exception {
    String database = SharedServer.newDatabase();
    try (Connection connection = SharedServer.get().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(Shop.text("hypopg-stand-in.sql"));
    }
    model = new HypotheticalCostModel(SharedServer.get().connect(database));
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void databaseWithoutTheExtensionIsRefused() throws Exception {
    String database = SharedServer.newDatabase();
    try (Connection connection = SharedServer.get().connect(database)) {
      assertThatThrownBy(() -> new HypotheticalCostModel(connection))
          .isInstanceOf(AnalyzerException.class)
          .hasMessage(
              "the database "
                  + database
                  + " does not have the extension hypopg; install it and run CREATE EXTENSION"
                  + " hypopg there, or give --schema and --stats for a private server");
    }
  }

  @Test
  void offersTellTheSizeOrTheReason() {
    assertThat(model.offer(List.of(BY_CUSTOMER, UNKNOWN)))
        .containsExactly(
            Map.entry(BY_CUSTOMER, new Offer.Accepted(245_760)),
            Map.entry(
                UNKNOWN, new Offer.Refused("hypopg: access method \"gin\" is not supported")));
  }

  @Test
  void candidateIsInPlansOfConfigurationsThatHaveIt() {
    PlannableStatement statement =
        new PlannableStatement(
            "SELECT * FROM orders WHERE customer_id = $1", List.of(Optional.of("7")), false);

    PlanResult.Planned before = (PlanResult.Planned) model.plan(statement, Configuration.AS_IS);
    PlanResult.Planned after =
        (PlanResult.Planned) model.plan(statement, Configuration.with(List.of(BY_CUSTOMER)));

    assertThat(before.candidates()).isEmpty();
    assertThat(after.candidates()).containsExactly(BY_CUSTOMER);
    assertThat(after.existing()).isEmpty();
    assertThat(after.plan().index()).contains("orders_customer_id_idx");
    assertThat(after.cost()).isLessThan(before.cost());
    assertThat(model.plan(statement, Configuration.AS_IS)).isEqualTo(before);
  }

  @Test
  void whatCannotBePlannedIsUnplanned() {
    assertThat(reason("SELECT 1; DROP TABLE orders", Configuration.AS_IS))
        .isEqualTo("not one statement that is planned");
    assertThat(reason("SELECT $1::int", Configuration.AS_IS))
        .isEqualTo("the values of its parameters are not known");
    assertThat(reason("SELECT * FROM no_table", Configuration.AS_IS))
        .isEqualTo("relation \"no_table\" does not exist");
    assertThat(
            reason(
                "SELECT 1",
                new Configuration(Set.of(), Set.of(new IndexName("public", "i")), Map.of())))
        .isEqualTo("to hide an index needs HypoPG 1.4");
    assertThat(
            reason("SELECT 1", new Configuration(Set.of(), Set.of(), Map.of("role", "postgres"))))
        .isEqualTo("role is not a setting of the planner");
    assertThat(
            model.plan(
                new PlannableStatement("SELECT * FROM orders; -- end", List.of(), false),
                Configuration.AS_IS))
        .isInstanceOf(PlanResult.Planned.class);
  }

  private static String reason(String sql, Configuration configuration) {
    PlanResult result = model.plan(new PlannableStatement(sql, List.of(), false), configuration);
    assertThat(result).isInstanceOf(PlanResult.Unplanned.class);
    return ((PlanResult.Unplanned) result).reason();
  }
}
