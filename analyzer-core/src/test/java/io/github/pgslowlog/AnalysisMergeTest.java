package io.github.pgslowlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.advice.Unhelped;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Proof;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.select.ServedQuery;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.workload.Pattern;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class AnalysisMergeTest {
  private static final String[] STATEMENTS = {
    "SELECT * FROM orders WHERE customer_id = %d",
    "SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.email = 'x%d'",
    "UPDATE orders SET status = 'paid' WHERE id = %d AND status <> 'paid'",
    "SELECT count(*) FROM events WHERE lower(kind) = 'k%d' GROUP BY day ORDER BY day",
    "SELECT nothing FROM WHERE %d",
    "SET work_mem = %d"
  };

  private static final TableName ORDERS = new TableName("public", "orders");

  // --- numbers

  @Test
  void whatTwoServersAddUpToIsWhatOneRunOverBothLogsAddsUpTo() {
    String one = log(1, 400);
    String other = log(2, 300);

    Analysis merged = Analysis.merge(List.of(analysis("a.log", one), analysis("b.log", other)));
    Analysis whole = analysis("whole.log", one + other);

    assertThat(merged.workload().byKind()).isEqualTo(whole.workload().byKind());
    assertThat(merged.workload().executions()).isEqualTo(700);
    assertThat(merged.workload().executionMicros()).isEqualTo(whole.workload().executionMicros());
    assertThat(merged.workload().cancelled()).isEqualTo(whole.workload().cancelled());
    assertThat(merged.workload().history()).isEqualTo(whole.workload().history());
    assertThat(merged.workload().patterns())
        .extracting(AnalysisMergeTest::numbers)
        .isEqualTo(whole.workload().patterns().stream().map(AnalysisMergeTest::numbers).toList());
    assertThat(merged.workload().patterns())
        .extracting(Pattern::durations)
        .allMatch(durations -> durations.isPresent());
    assertThat(merged.columns())
        .extracting(c -> c.table() + c.column() + c.maxMicros())
        .isEqualTo(
            whole.columns().stream().map(c -> c.table() + c.column() + c.maxMicros()).toList());
    assertThat(merged.coverage())
        .usingRecursiveComparison()
        .ignoringFields("columnUses", "ambiguousUses")
        .isEqualTo(whole.coverage());
    assertThat(merged.inputs()).extracting(Input::path).containsExactly("a.log", "b.log");
  }

  /** Without samples: these are of a third as many executions for each part. */
  private static List<Object> numbers(Pattern pattern) {
    return List.of(
        pattern.fingerprint(),
        pattern.query(),
        pattern.calls(),
        pattern.executionMicros(),
        pattern.durations(),
        pattern.first(),
        pattern.last(),
        pattern.users(),
        pattern.databases(),
        pattern.history());
  }

  @Test
  void oneIsItself() {
    Analysis one = analysis("a.log", log(1, 10));

    assertThat(Analysis.merge(List.of(one))).isSameAs(one);
  }

  @Test
  void theSameLogIsNotCountedTwice() {
    Analysis one = analysis("a.log", log(1, 10));

    assertThatThrownBy(() -> Analysis.merge(List.of(one, analysis("a.log", log(1, 10)))))
        .isInstanceOf(AnalyzerException.class)
        .hasMessage(
            "a.log: this log, with 10 entries, is in two of the reports; leave one of them out, or"
                + " its time counts twice");
  }

  @Test
  void anotherNameMakesNoOtherLog() {
    Analysis one = analysis("a.log", log(1, 10));
    Analysis short9 = analysis("a.log", log(1, 9));

    assertThatThrownBy(() -> Analysis.merge(List.of(one, analysis("/copy/a.log", log(1, 10)))))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageStartingWith(
            "/copy/a.log: this log, with 10 entries, is in two of the reports, in the other as"
                + " a.log; leave");
    assertThat(Analysis.merge(List.of(short9, analysis("b.log", log(1, 9)))).inputs()).hasSize(2);
    assertThat(Analysis.merge(List.of(one, analysis("b.log", log(2, 10)))).inputs()).hasSize(2);
  }

  @Test
  void compressionMakesNoOtherLog() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(log(1, 10).getBytes(StandardCharsets.UTF_8));
    }
    Analysis rotated =
        LogAnalyzer.builder()
            .source(
                new StreamSource("a.log.gz", new ByteArrayInputStream(compressed.toByteArray())))
            .build()
            .analyze();

    assertThat(rotated.inputs().get(0).entries()).isEqualTo(10);
    assertThatThrownBy(() -> Analysis.merge(List.of(analysis("a.log", log(1, 10)), rotated)))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageContaining("in the other as a.log");
  }

  // --- advice

  @Test
  void adviceThatIsTheSameBecomesOne() {
    Analysis merged =
        Analysis.merge(
            List.of(
                advised("a.log", 1, first -> create(first, 100, 10)),
                advised("b.log", 2, first -> create(first, 300, 20))));

    assertThat(merged.recommendations()).hasSize(1);
    Recommendation index = merged.recommendations().get(0);
    assertThat(index.proof().map(Proof::costBefore)).contains(400.0);
    assertThat(index.proof().map(Proof::costAfter)).contains(30.0);
    assertThat(index.calls()).isEqualTo(20);
    assertThat(index.reasons()).contains("equality", "advised for 2 of 2 reports");
    assertThat(index.served().get(0).costBefore()).hasValue(20.0);
  }

  @Test
  void anIndexIsDroppedOnlyWhereAllServersDoWithoutIt() {
    Analysis agreed =
        Analysis.merge(List.of(advised("a.log", 1, p -> drop()), advised("b.log", 2, p -> drop())));
    Analysis needed =
        Analysis.merge(
            List.of(
                advised("a.log", 1, p -> drop()), advised("b.log", 2, p -> create(p, 100, 10))));

    assertThat(agreed.recommendations())
        .extracting(Recommendation::action)
        .containsExactly(Action.DROP);
    assertThat(needed.recommendations())
        .extracting(Recommendation::action)
        .containsExactly(Action.CREATE);
    assertThat(needed.recommendations().get(0).reasons()).contains("advised for 1 of 2 reports");
  }

  @Test
  void whatIsHelpedOnOneServerIsNotBeyondHelp() {
    Analysis merged =
        Analysis.merge(
            List.of(
                advised("a.log", 1, p -> create(p, 100, 10)),
                analysis(
                    "b.log",
                    single(2),
                    p ->
                        new Advice(
                            List.of(),
                            List.of(new Unhelped(p.fingerprint(), "needs all of it")),
                            List.of(),
                            "PostgreSQL 18"))));

    assertThat(merged.advice().unhelped()).isEmpty();
    assertThat(merged.advice().basis()).isEqualTo("PostgreSQL 18");
  }

  private static Recommendation create(Pattern served, double before, double after) {
    return Recommendation.of(
            Action.CREATE, ORDERS, "CREATE INDEX CONCURRENTLY i ON public.orders (customer_id);")
        .served(
            List.of(
                new ServedQuery(
                    served.fingerprint(),
                    served.calls(),
                    served.executionMicros(),
                    OptionalDouble.of(before / served.calls()),
                    OptionalDouble.of(after / served.calls()))))
        .proof(new Proof(before, after, 0.5, 0.5))
        .bytes(8192)
        .reason("equality")
        .build();
  }

  private static Recommendation drop() {
    return Recommendation.of(Action.DROP, ORDERS, "DROP INDEX CONCURRENTLY public.i;").build();
  }

  private static Analysis advised(
      String name, int seed, Function<Pattern, Recommendation> recommendation) {
    return analysis(
        name,
        single(seed),
        pattern ->
            new Advice(
                List.of(recommendation.apply(pattern)), List.of(), List.of(), "PostgreSQL 18"));
  }

  // --- logs

  private static String single(int seed) {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      log.append(
          String.format(
              Locale.ROOT,
              "2026-11-20 09:00:0%d.%03d UTC [%d] u@d LOG:  duration: 10.000 ms  statement: "
                  + STATEMENTS[0]
                  + "\n",
              i % 10,
              seed,
              seed,
              i));
    }
    return log.toString();
  }

  private static String log(int seed, int entries) {
    Random random = new Random(seed);
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < entries; i++) {
      log.append(
          String.format(
              Locale.ROOT,
              "2026-11-20 %02d:%02d:%02d.%03d UTC [%d] u%d@d%d LOG:  duration: %d.%03d ms "
                  + " statement: "
                  + STATEMENTS[random.nextInt(STATEMENTS.length)]
                  + "\n",
              8 + seed,
              i / 60 % 60,
              i % 60,
              random.nextInt(1000),
              100 * seed + random.nextInt(5),
              random.nextInt(3),
              seed,
              random.nextInt(500),
              random.nextInt(1000),
              random.nextInt(1000)));
    }
    return log.toString();
  }

  private static Analysis analysis(String name, String log) {
    return LogAnalyzer.builder().source(source(name, log)).build().analyze();
  }

  private static Analysis analysis(String name, String log, Function<Pattern, Advice> advice) {
    return LogAnalyzer.builder()
        .source(source(name, log))
        .advisor(request -> advice.apply(request.patterns().get(0).pattern()))
        .build()
        .analyze();
  }

  private static StreamSource source(String name, String log) {
    return new StreamSource(name, new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
  }
}
