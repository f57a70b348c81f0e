package io.github.pgslowlog.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.report.plan.ReadablePlan;
import io.github.pgslowlog.sample.Sample;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.PatternColumn;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What only the costliest patterns have in the data of the page. */
final class PatternDetailsJson {
  private static final int LONGEST_PLAN = 20_000;
  private static final int LONGEST_SAMPLE = 2_000;

  /** As many as a saved report has. */
  private static final int MOST_SAMPLES = 3;

  private static final int MOST_COLUMNS = 40;
  private static final int MOST_TAGS = 8;

  private final JsonGenerator json;
  private final NameTable names;
  private final Ties ties;

  PatternDetailsJson(JsonGenerator json, NameTable names, Ties ties) {
    this.json = json;
    this.names = names;
    this.ties = ties;
  }

  void write(Query query) throws IOException {
    Pattern pattern = query.pattern();
    positive("p", pattern.parseMicros());
    positive("i", pattern.bindMicros());
    long[] bins = HistogramBins.of(pattern.history().histogram());
    if (bins.length > 0) {
      json.writeFieldName("H");
      json.writeArray(bins, 0, bins.length);
    }
    columns(query.columns());
    tags(pattern);
    samples(pattern);
    if (pattern.plan().isPresent()) {
      plan(pattern.plan().get());
    }
  }

  private void positive(String field, long number) throws IOException {
    if (number > 0) {
      json.writeNumberField(field, number);
    }
  }

  private void columns(List<PatternColumn> columns) throws IOException {
    List<PatternColumn> some = columns.stream().limit(MOST_COLUMNS).toList();
    if (some.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("C");
    for (PatternColumn column : some) {
      String table = column.table().map(t -> t + ".").orElse("");
      json.writeNumber(names.number(table + column.column()));
      json.writeNumber(names.number(ColumnsView.words(column.role())));
    }
    json.writeEndArray();
  }

  private void tags(Pattern pattern) throws IOException {
    if (pattern.tags().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("G");
    for (var tag : pattern.tags().entrySet().stream().limit(MOST_TAGS).toList()) {
      json.writeStartArray();
      json.writeString(Excerpt.of(tag.getKey(), 100));
      for (var value : tag.getValue().entrySet().stream().limit(MOST_TAGS).toList()) {
        json.writeNumber(names.number(value.getKey()));
        json.writeNumber(value.getValue());
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void samples(Pattern pattern) throws IOException {
    List<Sample> samples = pattern.kept().slowest(MOST_SAMPLES);
    if (samples.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("s");
    for (Sample sample : samples) {
      json.writeStartArray();
      json.writeNumber(sample.time().map(Instant::toEpochMilli).orElse(0L));
      json.writeNumber(sample.micros());
      if (ties.options.values()) {
        json.writeString(Excerpt.of(sample.sql(), LONGEST_SAMPLE));
        for (Optional<String> value : sample.parameters()) {
          json.writeString(value.map(v -> "'" + Excerpt.of(v, 200) + "'").orElse("NULL"));
        }
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void plan(PlannedStatement plan) throws IOException {
    Optional<String> shown = ReadablePlan.of(plan, ties.options.values());
    json.writeArrayFieldStart("P");
    json.writeString(plan.format().word());
    json.writeNumber(plan.micros());
    json.writeNumber(plan.time() == null ? 0 : plan.time().toEpochMilli());
    json.writeString(shown.map(text -> Excerpt.of(text, LONGEST_PLAN)).orElse(""));
    json.writeEndArray();
  }
}
