package io.github.pgslowlog.report.plan;

import java.util.Set;
import java.util.regex.Pattern;

/** Masks a plan in text form line by line. */
final class PlanLines {
  /** Properties that hold what the server measured, and nothing else. */
  private static final Set<String> MEASURED =
      Set.of(
          "Actual Rows",
          "Average Sort Space Used",
          "Batches",
          "Buckets",
          "Buffers",
          "Cache Mode",
          "Exact Heap Blocks",
          "Execution Time",
          "Full-sort Groups",
          "Heap Blocks",
          "Heap Fetches",
          "Hits",
          "I/O Timings",
          "Index Searches",
          "Inlining",
          "JIT",
          "Memory",
          "Memory Usage",
          "Planning Time",
          "Pre-sorted Groups",
          "Rows Removed by Filter",
          "Rows Removed by Index Recheck",
          "Rows Removed by Join Filter",
          "Sort Method",
          "Storage",
          "Subplans Removed",
          "Timing",
          "WAL",
          "Worker",
          "Workers Launched",
          "Workers Planned");

  /**
   * {@code (cost=0.42..8.44 rows=1 width=40) (actual time=0.020..0.021 rows=1 loops=1)}. What is
   * repeated is never given back, so that a line with very many of them needs no stack.
   */
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?: +\\((?:(?:cost|rows|width|actual time|actual rows|loops)=[0-9.]+ ?)++\\)"
              + "| +\\(never executed\\))++");

  private PlanLines() {}

  static String mask(String plan) {
    StringBuilder out = new StringBuilder(plan.length());
    // First the texts, for they may hold line breaks.
    for (String line : PlanMask.texts(plan).split("\n", -1)) {
      out.append(out.length() == 0 ? "" : "\n").append(line(line));
    }
    return out.toString();
  }

  private static String line(String line) {
    if (isNode(line)) {
      return line;
    }
    String text = line.strip();
    int colon = text.indexOf(':');
    boolean measured = colon > 0 && MEASURED.contains(text.substring(0, colon));
    return measured ? line : PlanMask.numbers(line);
  }

  /** Whether a line has the name of a node, and behind it what the planner and the clock say. */
  private static boolean isNode(String line) {
    int from = line.indexOf(" (cost=");
    int figures = from < 0 ? line.indexOf(" (actual ") : from;
    String head = line.substring(0, Math.max(0, figures));
    return !head.isBlank()
        && head.indexOf(": ") < 0
        && head.indexOf('=') < 0
        && FIGURES.matcher(line.substring(figures)).matches();
  }
}
