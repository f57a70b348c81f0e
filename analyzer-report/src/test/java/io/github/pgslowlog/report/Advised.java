package io.github.pgslowlog.report;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.advice.AdviceRequest;
import io.github.pgslowlog.advice.Unhelped;
import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import io.github.pgslowlog.select.WriteCost;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.workload.Pattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Analyses with advice of a planner that says what the test wants. */
final class Advised {
  static final String BASIS = "PostgreSQL 18.6, private server";

  static final TableName ORDERS = new TableName("public", "orders");

  static final CandidateIndex BY_CUSTOMER =
      new CandidateIndex(ORDERS, List.of(IndexKey.of("customer_id"), IndexKey.of("created_at")))
          .including(List.of("total"))
          .where("status <> 'done'");

  private Advised() {}

  /** Of the shop's log, by recommendations that serve its costliest pattern. */
  static Analysis by(Function<Pattern, List<Recommendation>> recommendations) {
    return of(
        request -> {
          Pattern first = request.patterns().get(0).pattern();
          return new Advice(recommendations.apply(first), List.of(), List.of(), BASIS);
        });
  }

  static Analysis of(Function<AdviceRequest, Advice> advisor) {
    return LogAnalyzer.builder()
        .source(
            new StreamSource(
                "postgresql.log",
                new ByteArrayInputStream(Analyses.SHOP.getBytes(StandardCharsets.UTF_8))))
        .advisor(advisor::apply)
        .build()
        .analyze();
  }

  /** An index with all that can be said of one. */
  static Analysis index() {
    return of(
        request -> {
          Pattern first = request.patterns().get(0).pattern();
          Pattern second = request.patterns().get(1).pattern();
          return new Advice(
              List.of(index(first).build()),
              List.of(new Unhelped(second.fingerprint(), "half of all rows are read")),
              List.of(Problem.damage("1 of 5 patterns could not be planned")),
              BASIS);
        });
  }

  static Recommendation.Builder index(Pattern pattern) {
    IndexDefinition definition = new IndexDefinition(BY_CUSTOMER);
    return Recommendation.of(Action.CREATE, ORDERS, definition.create())
        .index(BY_CUSTOMER)
        .rollback(definition.drop())
        .verification("SELECT idx_scan FROM pg_stat_user_indexes;")
        .served(List.of(served(pattern, 1234.567, 8.314)))
        .proof(new Proof(2469.134, 16.628, 0.123449, 0.5))
        .bytes(12_345_678)
        .writeCost(new WriteCost(60.5, 120.25, List.of("status"), OptionalDouble.of(1_500_000)))
        .reason("equality, then the order asked for")
        .caveat("build it when little is written");
  }

  static ServedQuery served(Pattern pattern, double before, double after) {
    return new ServedQuery(
        pattern.fingerprint(),
        pattern.calls(),
        pattern.executionMicros(),
        OptionalDouble.of(before),
        OptionalDouble.of(after));
  }

  static String sql(Analysis analysis) throws IOException {
    StringBuilder out = new StringBuilder();
    SqlReport.write(analysis, out);
    return out.toString();
  }
}
