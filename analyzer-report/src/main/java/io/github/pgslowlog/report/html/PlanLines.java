package io.github.pgslowlog.report.html;

import java.util.Set;

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
    int figures = figures(line);
    if (figures >= 0) {
      return line;
    }
    String text = line.strip();
    int colon = text.indexOf(':');
    boolean measured = colon > 0 && MEASURED.contains(text.substring(0, colon));
    return measured ? line : PlanMask.numbers(line);
  }

  /** Where what the planner says of a node begins; -1 if the line is not that of a node. */
  private static int figures(String line) {
    int from = Math.max(line.lastIndexOf("  (cost="), line.lastIndexOf(" (actual "));
    if (from < 0) {
      from = line.lastIndexOf(" (never executed)");
    }
    String head = from < 0 ? "" : line.substring(0, from);
    return head.isEmpty() || head.indexOf(": ") >= 0 || head.indexOf('=') >= 0 ? -1 : from;
  }
}
