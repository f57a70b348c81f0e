package io.github.pgslowlog.report.html;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.advice.Unhelped;
import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.report.ReportOptions;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import io.github.pgslowlog.select.WriteCost;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.workload.Pattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Analyses of logs, and their pages. */
final class Logs {
  private static final Path SAMPLE = Path.of("..", "samples", "shop", "postgresql.log");

  private static @Nullable Analysis sample;

  private Logs() {}

  static Analysis stderr(String log) {
    return builder("postgresql.log", log).build().analyze();
  }

  static LogAnalyzer.Builder builder(String name, String log) {
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    return LogAnalyzer.builder().source(new StreamSource(name, new ByteArrayInputStream(bytes)));
  }

  /** The sample of the project, with the history and the advice that a log of a week would have. */
  static synchronized Analysis sample() throws IOException {
    if (sample == null) {
      sample = readSample();
    }
    return sample;
  }

  private static Analysis readSample() throws IOException {
    String log = Files.readString(SAMPLE, StandardCharsets.UTF_8);
    return MadeUp.history(
        builder("shop/postgresql.log", log)
            .advisor(
                request ->
                    advice(request.patterns().stream().map(query -> query.pattern()).toList()))
            .build()
            .analyze());
  }

  private static Advice advice(List<Pattern> patterns) {
    return new Advice(
        List.of(index(patterns.get(1)), rewrite(patterns.get(2))),
        List.of(new Unhelped(patterns.get(3).fingerprint(), "half of all rows are read")),
        List.of(Problem.notice("1 of 67 patterns could not be planned")),
        "PostgreSQL 18.6, private server");
  }

  /** A statement that an index serves, with its costs by the planner. */
  static Analysis advised(double before, double after) {
    String log =
        "2026-11-20 09:00:01.000 UTC [41] app@shop LOG:  duration: 601.000 ms  statement: SELECT"
            + " name FROM t WHERE id = 7\n";
    return builder("postgresql.log", log)
        .advisor(
            request ->
                new Advice(
                    List.of(index(request.patterns().get(0).pattern(), before, after)),
                    List.of(),
                    List.of(),
                    "PostgreSQL 18.6, private server"))
        .build()
        .analyze();
  }

  private static Recommendation index(Pattern pattern, double before, double after) {
    TableName table = new TableName("public", "t");
    CandidateIndex index = new CandidateIndex(table, List.of(IndexKey.of("id")));
    return Recommendation.of(Action.CREATE, table, new IndexDefinition(index).create())
        .index(index)
        .served(List.of(served(pattern, before, after)))
        .build();
  }

  private static Recommendation index(Pattern pattern) {
    TableName table = new TableName("public", "order_items");
    CandidateIndex index = new CandidateIndex(table, List.of(IndexKey.of("product_id")));
    IndexDefinition definition = new IndexDefinition(index);
    return Recommendation.of(Action.CREATE, table, definition.create())
        .index(index)
        .rollback(definition.drop())
        .verification("SELECT idx_scan FROM pg_stat_user_indexes;")
        .served(List.of(served(pattern, 6556, 359)))
        .proof(new Proof(52_448, 2_872, 0.181, 0.181))
        .bytes(2_100_000)
        .writeCost(new WriteCost(78, 316, List.of("status"), OptionalDouble.of(1_500_000)))
        .reason("equality")
        .caveat("needs about 4 MB of free disk space while it is built")
        .build();
  }

  private static Recommendation rewrite(Pattern pattern) {
    return Recommendation.of(
            Action.REWRITE, new TableName("public", "orders"), "SELECT id FROM orders LIMIT 10")
        .served(List.of(ServedQuery.of(pattern)))
        .reason("DISTINCT is not needed")
        .build();
  }

  private static ServedQuery served(Pattern pattern, double before, double after) {
    return new ServedQuery(
        pattern.fingerprint(),
        pattern.calls(),
        pattern.executionMicros(),
        OptionalDouble.of(before),
        OptionalDouble.of(after));
  }

  static String html(Analysis analysis) throws IOException {
    return html(analysis, ReportOptions.DEFAULT);
  }

  static String html(Analysis analysis, ReportOptions options) throws IOException {
    StringWriter out = new StringWriter();
    HtmlReport.write(analysis, options, out);
    return out.toString();
  }
}
