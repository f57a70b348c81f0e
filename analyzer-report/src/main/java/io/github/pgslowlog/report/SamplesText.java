package io.github.pgslowlog.report;

import io.github.pgslowlog.sample.Sample;
import io.github.pgslowlog.workload.Pattern;
import java.util.List;
import java.util.stream.Collectors;

/** The slowest executions of a pattern; their values, and the plan of one, only where asked for. */
final class SamplesText {
  private static final int MAX_SAMPLES = 3;

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
    if (values) {
      pattern.plan().ifPresent(plan -> plan(plan.plan().toString()));
    }
  }

  private void sample(Sample sample) {
    canvas.line(
        "- "
            + Words.duration(sample.micros())
            + sample.time().map(time -> " at " + Times.iso(time)).orElse(""));
    if (values && !sample.sql().isEmpty()) {
      canvas.sql(sample.sql(), 4);
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

  private void plan(String plan) {
    canvas.heading("Plan of the slowest execution (auto_explain)");
    plan.lines().forEach(canvas::unbroken);
  }
}
