package io.github.pgslowlog.samples;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.advice.PlannerAdvisor;
import io.github.pgslowlog.postgres.schema.SchemaSource;
import io.github.pgslowlog.postgres.schema.ShadowDatabase;
import io.github.pgslowlog.postgres.server.PrivateServer;
import io.github.pgslowlog.postgres.server.PrivateServerOptions;
import io.github.pgslowlog.postgres.whatif.PlannerCostModel;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.SelectionLimits;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Has the planner of a private PostgreSQL choose and confirm indexes. */
public final class ConfirmedAdvice {
  private static final int TOP = 3;

  private ConfirmedAdvice() {}

  /**
   * Analyzes a log.
   *
   * @param arguments the log, a schema and its statistics
   */
  public static void main(String... arguments) {
    print(System.out, Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
  }

  static void print(PrintStream out, Path log, Path schema, Path statistics) {
    // region advice
    SchemaSource source = SchemaSource.files(schema, Optional.of(statistics));
    try (PrivateServer server = PrivateServer.start(PrivateServerOptions.defaults())) {
      Map<String, String> settings = Map.of("random_page_cost", "1.1");
      ShadowDatabase database = ShadowDatabase.load(server, "shadow", source, settings);
      try (PlannerCostModel planner =
          new PlannerCostModel(server, database.name(), database.catalog())) {
        Analysis analysis =
            LogAnalyzer.builder()
                .path(log)
                .catalog(database.catalog())
                .advisor(new PlannerAdvisor(planner, SelectionLimits.DEFAULT))
                .build()
                .analyze();

        database.problems().forEach(problem -> out.println("! " + problem.message()));
        analysis.recommendations().stream().limit(TOP).forEach(each -> print(out, each));
      }
    }
    // endregion
  }

  // region proof
  private static void print(PrintStream out, Recommendation recommendation) {
    out.println(recommendation.statement());
    recommendation
        .proof()
        .ifPresent(
            proof -> out.println("-- cost " + proof.costBefore() + " -> " + proof.costAfter()));
    recommendation.caveats().forEach(caveat -> out.println("-- " + caveat));
  }
  // endregion
}
