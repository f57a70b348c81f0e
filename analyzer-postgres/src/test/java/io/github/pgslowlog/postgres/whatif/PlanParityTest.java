package io.github.pgslowlog.postgres.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.postgres.server.SharedServer;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.Offer;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds plans of the shadow against those of the database it is the shadow of, where the same
 * indexes are real.
 */
class PlanParityTest {
  private static final double MIN_SAME_SHAPE = 0.95;
  private static final double MAX_MEDIAN_ERROR = 0.015;
  private static final double MAX_MEDIAN_SIZE_ERROR = 0.05;

  @Test
  void plansOfTheShadowAreThoseOfTheRealDatabase() throws Exception {
    String real = Shop.real();
    String shadow = Shop.shadow(real);
    List<CandidateIndex> candidates = Shop.candidates();
    Map<String, Long> sizes = createReal(real, candidates);

    List<Comparison> comparisons = new ArrayList<>();
    List<Double> sizeErrors = new ArrayList<>();
    try (PlannerCostModel model = new PlannerCostModel(SharedServer.get(), shadow, Shop.CATALOG)) {
      Map<CandidateIndex, Offer> offers = model.offer(candidates);
      assertThat(offers.values()).allMatch(Offer.Accepted.class::isInstance);
      offers.forEach(
          (index, offer) -> {
            double is = sizes.getOrDefault(new IndexDefinition(index).name(), 0L);
            double offered = ((Offer.Accepted) offer).bytes();
            sizeErrors.add(Math.abs(offered / is - 1));
            print(
                "%+7.1f%% %8.0f kB %s",
                100 * (offered / is - 1), is / 1024, new IndexDefinition(index).createLocking());
          });
      for (String query : Shop.queries()) {
        PlanResult result =
            model.plan(
                new PlannableStatement(query, List.of(), false), Configuration.with(candidates));
        assertThat(result).as(query).isInstanceOf(PlanResult.Planned.class);
        comparisons.add(
            new Comparison(query, realPlan(real, query), ((PlanResult.Planned) result).plan()));
      }
    }
    comparisons.forEach(Comparison::print);
    double sameShape = comparisons.stream().filter(Comparison::isSameShape).count();
    double medianError = median(comparisons.stream().map(Comparison::error).toList());
    print(
        "%d queries, %.1f%% of the same shape, median error of cost %.2f%%, of sizes %.2f%%",
        comparisons.size(),
        100 * sameShape / comparisons.size(),
        100 * medianError,
        100 * median(sizeErrors));

    assertThat(sameShape / comparisons.size()).isGreaterThanOrEqualTo(MIN_SAME_SHAPE);
    assertThat(medianError).isLessThanOrEqualTo(MAX_MEDIAN_ERROR);
    assertThat(median(sizeErrors)).isLessThanOrEqualTo(MAX_MEDIAN_SIZE_ERROR);
  }

  private static double median(List<Double> numbers) {
    return numbers.stream().sorted().toList().get(numbers.size() / 2);
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** Creates the candidates where the rows are, and tells their sizes in bytes by name. */
  private static Map<String, Long> createReal(String database, List<CandidateIndex> candidates)
      throws SQLException {
    Map<String, Long> sizes = new LinkedHashMap<>();
    try (Connection connection = SharedServer.get().connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute("SET default_statistics_target = 400");
      for (CandidateIndex index : candidates) {
        statement.execute(new IndexDefinition(index).createLocking());
        String name = new IndexDefinition(index).name();
        String sql = new IndexDefinition(index).qualifiedName().sql();
        try (ResultSet row =
            statement.executeQuery(
                "SELECT pg_relation_size('"
                    + sql
                    + "') + coalesce((SELECT sum(pg_relation_size(relid))"
                    + " FROM pg_partition_tree('"
                    + sql
                    + "') WHERE level > 0), 0)")) {
          row.next();
          sizes.put(name, row.getLong(1));
        }
      }
      statement.execute("VACUUM ANALYZE");
    }
    return sizes;
  }

  private static PlanNode realPlan(String database, String query) throws Exception {
    try (Connection connection = SharedServer.get().connect(database);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      return new PlanReader(new UsedIndexes(new Relations(), Map.of()))
          .read(Rows.texts(statement, "EXPLAIN (FORMAT JSON, VERBOSE) " + query).get(0));
    }
  }

  private record Comparison(String query, PlanNode real, PlanNode shadow) {
    boolean isSameShape() {
      return shape(real).equals(shape(shadow));
    }

    double error() {
      return Math.abs(shadow.totalCost() / real.totalCost() - 1);
    }

    void print() {
      if (!isSameShape() || error() > MAX_MEDIAN_ERROR) {
        PlanParityTest.print(
            "%+.1f%% (%.2f, really %.2f) %s",
            100 * (shadow.totalCost() / real.totalCost() - 1),
            shadow.totalCost(),
            real.totalCost(),
            query);
      }
      if (!isSameShape()) {
        PlanParityTest.print("  real:   %s\n  shadow: %s", shape(real), shape(shadow));
      }
    }

    /** Nodes, tables and indexes; those of partitions have names of their own. */
    private static String shape(PlanNode node) {
      String table = node.table().map(name -> " " + name.name()).orElse("");
      String index = node.index().filter(name -> !name.startsWith("events")).orElse("");
      return node.children().stream()
          .map(Comparison::shape)
          .collect(Collectors.joining(", ", node.type() + table + " " + index + "[", "]"));
    }
  }
}
