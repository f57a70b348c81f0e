package io.github.pgslowlog.cli;

import io.github.pgslowlog.advice.Advice;
import io.github.pgslowlog.advice.AdviceRequest;
import io.github.pgslowlog.advice.Advisor;
import io.github.pgslowlog.advice.HeuristicAdvisor;
import io.github.pgslowlog.advice.PlannerAdvisor;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.select.CostModel;
import io.github.pgslowlog.select.SelectionLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Opens a shadow while the logs are read, and advises by it. What fails on the way costs the
 * confirmation, not the report: the advice is heuristic then, and says why.
 */
final class ShadowSession implements Advisor, AutoCloseable {
  /** A schema of thousands of tables takes a minute. */
  static final Duration LONGEST_OPENING = Duration.ofMinutes(10);

  private static final String INTERRUPTED = "interrupted";

  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(30);

  private final Shadow shadow;
  private final SelectionLimits limits;
  private final Duration longestOpening;
  private final FutureTask<Catalog> opening;
  private final Thread opener;
  private @Nullable String failure;
  private volatile boolean interrupted;

  private ShadowSession(Shadow shadow, SelectionLimits limits, Duration longestOpening) {
    this.shadow = shadow;
    this.limits = limits;
    this.longestOpening = longestOpening;
    this.opening = new FutureTask<>(shadow::open);
    this.opener = new Thread(opening, "pgslowlog-shadow");
    opener.setDaemon(true);
  }

  /** Starts to open it. */
  static ShadowSession start(Shadow shadow, SelectionLimits limits, Duration longestOpening) {
    ShadowSession session = new ShadowSession(shadow, limits, longestOpening);
    session.opener.start();
    return session;
  }

  /** The tables; none if the shadow could not be made. Waits for it. */
  Catalog catalog() {
    try {
      return opening.get(longestOpening.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      return withoutCatalog(failed.getCause());
    } catch (TimeoutException tooLong) {
      failure = "the schema is not loaded after " + longestOpening.toSeconds() + " s";
      close();
      return Catalog.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AnalyzerException("interrupted while the schema was loaded", interrupted);
    }
  }

  private Catalog withoutCatalog(@Nullable Throwable cause) {
    if (interrupted) {
      return Catalog.empty();
    }
    if (cause instanceof AnalyzerException expected) {
      failure = expected.getMessage();
      return Catalog.empty();
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException("the schema was not loaded: " + cause, cause);
  }

  @Override
  public Advice advise(AdviceRequest request) {
    if (interrupted) {
      return heuristic(request, INTERRUPTED);
    }
    if (failure != null) {
      return heuristic(request, failure);
    }
    try (CostModel planner = shadow.planner()) {
      Advice advice = new PlannerAdvisor(planner, limits).advise(request);
      return interrupted
          ? heuristic(request, INTERRUPTED)
          : with(shadow.problems(), advice, advice.basis() + "; " + shadow.origin());
    } catch (RuntimeException failed) {
      if (interrupted) {
        return heuristic(request, INTERRUPTED);
      }
      if (failed instanceof AnalyzerException) {
        return heuristic(request, String.valueOf(failed.getMessage()));
      }
      throw failed;
    }
  }

  private static Advice heuristic(AdviceRequest request, String reason) {
    String message = reason.replaceAll("\\s+", " ").strip();
    return with(
        List.of(Problem.damage(message + "; so no planner has confirmed the indexes")),
        new HeuristicAdvisor().advise(request),
        "");
  }

  private static Advice with(List<Problem> first, Advice advice, String basis) {
    List<Problem> problems = new ArrayList<>(first);
    problems.addAll(advice.problems());
    return new Advice(advice.recommendations(), advice.unhelped(), problems, basis);
  }

  /** Ends it for who has no more time; the advice is heuristic then. On any thread. */
  void interrupt() {
    interrupted = true;
    close();
  }

  /** Stops the server, also one that is just starting. */
  @Override
  public void close() {
    opener.interrupt();
    shadow.close();
    try {
      opener.join(LONGEST_CLOSING.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
