package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.CostModel;
import io.github.pgslowlog.select.Offer;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import io.github.pgslowlog.select.SelectionLimits;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Advice by a shadow, whatever becomes of it. */
@Timeout(60)
class ShadowSessionTest {
  private static final Duration PATIENT = Duration.ofSeconds(60);

  @Test
  void whatTheShadowLacksIsAProblemOfTheReport() {
    TestShadow shadow = new TestShadow(Catalog::empty);

    Analysis analysis = analyze(shadow, PATIENT);

    assertThat(analysis.problems()).startsWith(TestShadow.LACK);
    assertThat(analysis.advice().basis()).isEqualTo("a test; a shadow");
    assertThat(shadow.closed.getCount()).isZero();
  }

  @Test
  void aShadowThatCannotBeMadeCostsTheConfirmationOnly() {
    TestShadow shadow =
        new TestShadow(
            () -> {
              throw new AnalyzerException("schema.sql: no\nschema");
            });

    Analysis analysis = analyze(shadow, PATIENT);

    assertThat(analysis.problems())
        .containsExactly(
            Problem.damage("schema.sql: no schema; so no planner has confirmed the indexes"));
    assertThat(analysis.advice().basis()).isEmpty();
    assertThat(analysis.recommendations()).allMatch(r -> r.action() == Action.CREATE).isNotEmpty();
    assertThat(shadow.closed.getCount()).isZero();
  }

  @Test
  void aPlannerThatFailsCostsTheConfirmationOnly() {
    TestShadow shadow = new TestShadow(Catalog::empty);
    shadow.plannerFailure = new AnalyzerException("the server has gone");

    Analysis analysis = analyze(shadow, PATIENT);

    assertThat(analysis.problems())
        .containsExactly(
            Problem.damage("the server has gone; so no planner has confirmed the indexes"));
    assertThat(analysis.recommendations()).isNotEmpty();
  }

  @Test
  void aShadowThatIsNeverDoneIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    TestShadow shadow =
        new TestShadow(
            () -> {
              await(never);
              return Catalog.empty();
            });

    Analysis analysis = analyze(shadow, Duration.ofMillis(20));

    assertThat(analysis.problems())
        .extracting(Problem::message)
        .containsExactly(
            "the schema is not loaded after 0 s; so no planner has confirmed the indexes");
    assertThat(shadow.interrupted).isTrue();
  }

  /** Ctrl-C while the schema is loaded, and while statements are planned. */
  @Test
  void anInterruptionCostsTheConfirmationOnly() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch opening = new CountDownLatch(1);
    TestShadow loading =
        new TestShadow(
            () -> {
              opening.countDown();
              await(never);
              return Catalog.empty();
            });
    TestShadow planning = new TestShadow(Catalog::empty);

    Analysis first = analyze(loading, PATIENT, session -> interrupt(session, opening));
    Analysis second = analyze(planning, PATIENT, session -> planning.planning = session::interrupt);

    assertThat(List.of(first, second))
        .allSatisfy(
            analysis -> {
              assertThat(analysis.problems())
                  .containsExactly(
                      Problem.damage("interrupted; so no planner has confirmed the indexes"));
              assertThat(analysis.advice().basis()).isEmpty();
              assertThat(analysis.recommendations()).isNotEmpty();
            });
  }

  private static void interrupt(ShadowSession session, CountDownLatch when) {
    Thread thread =
        new Thread(
            () -> {
              ShadowSessionTest.await(when);
              session.interrupt();
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Test
  void aMistakeOfTheProgramIsNotHidden() {
    TestShadow shadow =
        new TestShadow(
            () -> {
              throw new IllegalStateException("a mistake");
            });

    assertThatThrownBy(() -> analyze(shadow, PATIENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a mistake");
    assertThat(shadow.closed.getCount()).isZero();
  }

  private static Analysis analyze(TestShadow shadow, Duration longest) {
    return analyze(shadow, longest, session -> {});
  }

  private static Analysis analyze(
      TestShadow shadow, Duration longest, Consumer<ShadowSession> started) {
    try (ShadowSession session = ShadowSession.start(shadow, SelectionLimits.DEFAULT, longest)) {
      started.accept(session);
      return LogAnalyzer.builder()
          .source(
              new StreamSource("a.log", new ByteArrayInputStream(Logs.ONE_UPDATE.getBytes(UTF_8))))
          .catalog(session::catalog)
          .advisor(session)
          .build()
          .analyze();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AnalyzerException("interrupted", interrupted);
    }
  }

  /** Does what the test wants, and a planner that knows no plan. */
  private static final class TestShadow implements Shadow {
    static final Problem LACK = Problem.notice("an extension is not there");

    private final Supplier<Catalog> catalog;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable AnalyzerException plannerFailure;
    private volatile boolean interrupted;
    private Runnable planning = () -> {};

    TestShadow(Supplier<Catalog> catalog) {
      this.catalog = catalog;
    }

    @Override
    public Catalog open() {
      try {
        return catalog.get();
      } catch (AnalyzerException failure) {
        interrupted = failure.getCause() instanceof InterruptedException;
        throw failure;
      }
    }

    @Override
    public List<Problem> problems() {
      return List.of(LACK);
    }

    @Override
    public String origin() {
      return "a shadow";
    }

    @Override
    public CostModel planner() {
      if (plannerFailure != null) {
        throw plannerFailure;
      }
      planning.run();
      return new NoPlans();
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  private static final class NoPlans implements CostModel {
    @Override
    public Confidence confidence() {
      return Confidence.PLANNER;
    }

    @Override
    public String description() {
      return "a test";
    }

    @Override
    public Map<CandidateIndex, Offer> offer(Collection<CandidateIndex> candidates) {
      return Map.of();
    }

    @Override
    public PlanResult plan(PlannableStatement statement, Configuration configuration) {
      return new PlanResult.Unplanned("not here");
    }

    @Override
    public void close() {}
  }
}
