package io.github.pgslowlog.report;

import io.github.pgslowlog.report.plan.ReadablePlan;
import io.github.pgslowlog.sample.Sample;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.workload.Pattern;
import java.util.List;
import java.util.stream.Collectors;

/** The slowest executions of a pattern and the plan of one; with values only where asked for. */
final class SamplesText {
  private static final int MAX_SAMPLES = 3;

  /** A terminal has its own idea of where a tab ends. */
  private static final String TAB = "    ";

  /** How much further lines of a plan that are broken begin to the right, the margin included. */
  private static final int CONTINUED = 6;

  private final TextCanvas canvas;
  private final boolean values;

  SamplesText(TextCanvas canvas, boolean values) {
    this.canvas = canvas;
    this.values = values;
  }

  void write(Pattern pattern) {
    List<Sample> samples = pattern.kept().slowest(MAX_SAMPLES);
    if (!samples.isEmpty()) {
      canvas.heading("Slowest executions");
      samples.forEach(this::sample);
      if (!values) {
        canvas.line("(values are masked; --samples raw shows those that are there)");
      }
    }
    pattern.plan().ifPresent(this::plan);
  }

  private void sample(Sample sample) {
    canvas.line(
        "- "
            + Words.duration(sample.micros())
            + sample.time().map(time -> " at " + Times.iso(time)).orElse(""));
    if (values && !sample.sql().isEmpty()) {
      canvas.sql(sample.sql().replace("\t", TAB), 4);
      if (!sample.parameters().isEmpty()) {
        canvas.paragraph("    parameters: " + parameters(sample), 6);
      }
    }
  }

  private static String parameters(Sample sample) {
    return sample.parameters().stream()
        .map(value -> value.map(text -> "'" + text.replace("'", "''") + "'").orElse("NULL"))
        .collect(Collectors.joining(", "));
  }

  /** Lines of a plan are indented as deep as they are in it. */
  private void plan(PlannedStatement planned) {
    canvas.heading("Plan of the slowest execution that has one (auto_explain)");
    canvas.line(
        Words.duration(planned.micros())
            + (planned.time() == null ? "" : " at " + Times.iso(planned.time())));
    ReadablePlan.of(planned, values)
        .ifPresentOrElse(
            plan -> PlanIndents.within(plan, mostIndent()).forEach(this::planLine),
            () -> canvas.line("(it cannot be masked; --samples raw shows it)"));
  }

  private void planLine(String line) {
    canvas.paragraph("  " + line, PlanIndents.indent(line) + CONTINUED);
  }

  /** So that the text of the deepest lines has half of the width. */
  private int mostIndent() {
    return Math.max(0, canvas.width() / 2 - CONTINUED);
  }
}
