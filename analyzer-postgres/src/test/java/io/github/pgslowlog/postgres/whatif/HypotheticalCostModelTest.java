package io.github.pgslowlog.postgres.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.postgres.live.LiveServer;
import io.github.pgslowlog.postgres.server.PrivateServer;
import io.github.pgslowlog.postgres.server.PrivateServerOptions;
import io.github.pgslowlog.postgres.server.SharedServer;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.CostModel;
import io.github.pgslowlog.select.Offer;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With functions that stand in for those of HypoPG, which does not come with the server. */
class HypotheticalCostModelTest {
  private static final CandidateIndex BY_CUSTOMER = Shop.btree("orders", "customer_id");
  private static final CandidateIndex UNKNOWN = Shop.other("orders", "gin", IndexKey.of("id"));

  private static final PlannableStatement BY_VALUE =
      new PlannableStatement(
          "SELECT * FROM orders WHERE customer_id = $1", List.of(Optional.of("7")), false);

  private static HypotheticalCostModel model;

  @BeforeAll
  static void open() throws Exception {
    String database = standIn(SharedServer.get(), SharedServer.newDatabase());
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
                  + " does not have the extension hypopg; run CREATE EXTENSION hypopg there, or"
                  + " leave --what-if out for a private server");
    }
  }

  /** Such as a pool of connections: the other process does not know the indexes of the first. */
  @Test
  void anotherServerProcessIsAnError() throws Exception {
    String database = standIn(SharedServer.get(), SharedServer.newDatabase());
    try (Connection first = SharedServer.get().connect(database);
        Connection second = SharedServer.get().connect(database)) {
      second.setAutoCommit(false);
      AtomicReference<Connection> current = new AtomicReference<>(first);
      Connection pool =
          (Connection)
              Proxy.newProxyInstance(
                  Connection.class.getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (proxy, method, arguments) -> method.invoke(current.get(), arguments));
      try (HypotheticalCostModel pooled = new HypotheticalCostModel(pool)) {
        current.set(second);

        assertThatThrownBy(() -> pooled.offer(List.of(BY_CUSTOMER)))
            .isInstanceOf(AnalyzerException.class)
            .hasMessage(
                "the database does not plan with hypothetical indexes: its answers come from"
                    + " several server processes; connect to the server itself, not to a pool");
      }
    }
  }

  @Test
  void nothingIsSentButSelectAndExplainInTransactionsThatCannotWrite() throws Exception {
    try (PrivateServer live =
        PrivateServer.start(
            PrivateServerOptions.defaults()
                .withSetting("log_line_prefix", "<%u> ")
                .withSetting("log_min_messages", "log")
                .withSetting("log_statement", "all"))) {
      try (Connection connection = live.connect("postgres");
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE live");
        statement.execute("CREATE ROLE app LOGIN PASSWORD 'secret' IN ROLE pg_read_all_data");
      }
      standIn(live, "live");
      String address = address(live);

      try (LiveServer server = LiveServer.connect(address)) {
        assertThat(server.catalog().tables())
            .extracting(table -> table.name().toString())
            .containsExactly("public.orders");
      }
      try (CostModel planner = LiveServer.hypotheticalIndexes(address)) {
        planner.offer(List.of(BY_CUSTOMER, UNKNOWN));
        PlanResult before = planner.plan(BY_VALUE, Configuration.AS_IS);
        PlanResult after = planner.plan(BY_VALUE, Configuration.with(List.of(BY_CUSTOMER)));
        PlanResult update =
            planner.plan(
                new PlannableStatement("UPDATE orders SET id = 1", List.of(), false),
                Configuration.AS_IS);

        assertThat(((PlanResult.Planned) after).cost())
            .isLessThan(((PlanResult.Planned) before).cost());
        assertThat(update)
            .isEqualTo(
                new PlanResult.Unplanned(
                    "permission denied for table orders (who plans a statement needs the"
                        + " privileges to run it)"));
      }

      List<String> sent = sent(live);
      assertThat(sent)
          .allMatch(
              sql ->
                  sql.matches(
                      "(?s)(SET |SHOW |BEGIN READ ONLY|COMMIT|ROLLBACK|SELECT |select"
                          + " |EXPLAIN \\(FORMAT JSON, VERBOSE\\) ).*"))
          .anyMatch(sql -> sql.contains(".hypopg_create_index("))
          .anyMatch(sql -> sql.startsWith("EXPLAIN "))
          .noneMatch(sql -> sql.startsWith("EXPLAIN ") && sql.contains("ANALYZE"));
      long begun = sent.stream().filter("BEGIN READ ONLY"::equals).count();
      long ended = sent.stream().filter(sql -> sql.matches("COMMIT|ROLLBACK")).count();
      assertThat(begun).isEqualTo(ended).isGreaterThan(4);
    }
  }

  private static String address(PrivateServer live) throws SQLException {
    try (Connection connection = live.connect("live")) {
      return connection.getMetaData().getURL().replaceFirst("[?].*", "")
          + "?user=app&password=secret";
    }
  }

  private static List<String> sent(PrivateServer live) throws IOException {
    try (Stream<Path> files = Files.list(live.dataDirectory().getParent())) {
      Path log =
          files
              .filter(file -> file.getFileName().toString().matches("server.*log"))
              .findFirst()
              .orElseThrow();
      return Files.readAllLines(log).stream()
          .filter(line -> line.startsWith("<app> LOG:"))
          .map(line -> line.replaceFirst("<app> LOG: +(statement|execute [^:]*): ", ""))
          .toList();
    }
  }

  private static String standIn(PrivateServer server, String database) throws Exception {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(Shop.text("hypopg-stand-in.sql"));
    }
    return database;
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
    PlanResult.Planned before = (PlanResult.Planned) model.plan(BY_VALUE, Configuration.AS_IS);
    PlanResult.Planned after =
        (PlanResult.Planned) model.plan(BY_VALUE, Configuration.with(List.of(BY_CUSTOMER)));

    assertThat(before.candidates()).isEmpty();
    assertThat(after.candidates()).containsExactly(BY_CUSTOMER);
    assertThat(after.existing()).isEmpty();
    assertThat(after.plan().index()).contains("orders_customer_id_idx");
    assertThat(after.cost()).isLessThan(before.cost());
    assertThat(model.plan(BY_VALUE, Configuration.AS_IS)).isEqualTo(before);
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
