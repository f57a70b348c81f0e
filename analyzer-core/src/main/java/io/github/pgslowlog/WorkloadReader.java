package io.github.pgslowlog;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.parse.ParseResult;
import io.github.pgslowlog.parse.SqlParser;
import io.github.pgslowlog.resolve.ShapeResolver;
import io.github.pgslowlog.resolve.Views;
import io.github.pgslowlog.workload.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Texts of patterns to what they do, on as many threads as are given; the result knows no order.
 */
final class WorkloadReader {
  private final Catalog catalog;
  private final int jobs;
  private final @Nullable ParseAhead ahead;
  private final AtomicInteger next = new AtomicInteger();

  WorkloadReader(Catalog catalog, int jobs, @Nullable ParseAhead ahead) {
    this.catalog = catalog;
    this.jobs = jobs;
    this.ahead = ahead;
  }

  /** One reading for each pattern, in their order. */
  List<Reading> read(List<Pattern> patterns) {
    Reading[] readings = new Reading[patterns.size()];
    try (SqlParser parser = new SqlParser()) {
      ShapeResolver resolver = ShapeResolver.of(catalog, Views.of(catalog, parser));
      List<Helper> helpers = new ArrayList<>();
      for (int job = 1; job < Math.min(jobs, patterns.size()); job++) {
        helpers.add(new Helper(() -> readWithOwnParser(patterns, resolver, readings)));
      }
      readSome(patterns, parser, resolver, readings);
      helpers.forEach(Helper::await);
    }
    return Arrays.asList(readings);
  }

  private void readWithOwnParser(
      List<Pattern> patterns, ShapeResolver resolver, Reading[] readings) {
    try (SqlParser parser = new SqlParser()) {
      readSome(patterns, parser, resolver, readings);
    }
  }

  private void readSome(
      List<Pattern> patterns, SqlParser parser, ShapeResolver resolver, Reading[] readings) {
    for (int at = next.getAndIncrement(); at < readings.length; at = next.getAndIncrement()) {
      readings[at] = read(patterns.get(at), parser, resolver);
    }
  }

  private Reading read(Pattern pattern, SqlParser parser, ShapeResolver resolver) {
    ParseResult known = ahead == null ? null : ahead.take(pattern.fingerprint());
    return known == null
        ? parser.parse(pattern.query(), result -> Reading.of(result, resolver, pattern))
        : parser.look(known, result -> Reading.of(result, resolver, pattern));
  }

  /** A thread whose failure is that of who awaits it. */
  private static final class Helper {
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    Helper(Runnable work) {
      thread = new Thread(() -> run(work), "pgslowlog-patterns");
      thread.setDaemon(true);
      thread.start();
    }

    private void run(Runnable work) {
      try {
        work.run();
      } catch (RuntimeException | Error thrown) {
        failure = thrown;
      }
    }

    void await() {
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
    }
  }
}
