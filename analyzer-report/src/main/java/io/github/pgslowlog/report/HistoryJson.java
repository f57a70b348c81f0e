package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.report.plan.PlanMask;
import io.github.pgslowlog.sample.Sample;
import io.github.pgslowlog.statement.PlannedStatement;
import io.github.pgslowlog.workload.DurationBucket;
import io.github.pgslowlog.workload.EventKind;
import io.github.pgslowlog.workload.EventTotal;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.PatternHistory;
import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import io.github.pgslowlog.workload.WeekQuarter;
import io.github.pgslowlog.workload.WorkloadHistory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When, how long, from where, and what happened, as JSON. What there is much of is in arrays. */
final class HistoryJson {
  /** Samples of a pattern: more of them would make most of the file. */
  private static final int MAX_SAMPLES = 3;

  private final JsonGenerator json;
  private final JsonFields fields;
  private final boolean values;

  HistoryJson(JsonGenerator json, JsonFields fields, boolean values) {
    this.json = json;
    this.fields = fields;
    this.values = values;
  }

  void ofWorkload(WorkloadHistory history) throws IOException {
    timeline("load", history.timeline());
    fields.lineArray("week", history.week(), this::quarter);
    fields.array("events", history.events(), this::event);
  }

  void ofPattern(Pattern pattern) throws IOException {
    PatternHistory history = pattern.history();
    fields.milliseconds("callMs", history.callMicros());
    json.writeNumberField("squaredCallMicros", history.squares());
    fields.lineArray("histogram", history.histogram(), this::bucket);
    timeline("timeline", history.timeline());
    fields.counts("hosts", history.hosts());
    fields.array("events", history.events(), this::event);
    fields.array("samples", pattern.kept().slowest(MAX_SAMPLES), this::sample);
    if (pattern.plan().isPresent()) {
      plan(pattern.plan().get());
    }
  }

  /** Absent if auto_explain wrote none; no text if it is not understood where its values are. */
  private void plan(PlannedStatement plan) throws IOException {
    String text = plan.plan().text();
    json.writeObjectFieldStart("plan");
    fields.time("time", Optional.ofNullable(plan.time()));
    fields.milliseconds("ms", plan.micros());
    json.writeStringField("format", plan.format().word());
    json.writeStringField("text", values ? text : PlanMask.mask(text, plan.format()).orElse(""));
    json.writeEndObject();
  }

  // --- numbers: the place, how many, how long

  private void timeline(String field, Timeline timeline) throws IOException {
    List<TimeSlice> slices = timeline.slices();
    Optional<Instant> from = slices.stream().findFirst().map(TimeSlice::from);
    json.writeFieldName(field);
    fields.line(
        () -> {
          json.writeNumberField("widthSeconds", timeline.width().toSeconds());
          fields.time("from", from);
          fields.lineArray("slices", slices, slice -> slice(slice, timeline, from.orElseThrow()));
        });
  }

  private void slice(TimeSlice slice, Timeline timeline, Instant from) throws IOException {
    long index = Duration.between(from, slice.from()).toSeconds() / timeline.width().toSeconds();
    numbers(index, slice.calls(), slice.micros());
  }

  private void quarter(WeekQuarter quarter) throws IOException {
    numbers(quarter.quarter(), quarter.calls(), quarter.micros());
  }

  private void numbers(long place, long calls, long micros) throws IOException {
    json.writeStartArray();
    json.writeNumber(place);
    json.writeNumber(calls);
    json.writeNumber(Milliseconds.exact(micros));
    json.writeEndArray();
  }

  private void bucket(DurationBucket bucket) throws IOException {
    json.writeStartArray();
    json.writeNumber(Milliseconds.exact(bucket.from()));
    json.writeNumber(bucket.count());
    json.writeEndArray();
  }

  // --- events and samples

  private void event(EventTotal event) throws IOException {
    fields.line(
        () -> {
          json.writeStringField("kind", event.kind().word());
          json.writeStringField("what", event.what());
          json.writeNumberField("count", event.count());
          if (event.kind() == EventKind.LOCK_WAIT) {
            fields.milliseconds("ms", event.amount());
            fields.milliseconds("maxMs", event.most());
          } else if (event.kind() == EventKind.TEMPORARY_FILE) {
            json.writeNumberField("bytes", event.amount());
            json.writeNumberField("maxBytes", event.most());
          }
        });
  }

  private void sample(Sample sample) throws IOException {
    fields.line(
        () -> {
          fields.time("time", sample.time());
          fields.milliseconds("ms", sample.micros());
          if (values) {
            json.writeStringField("sql", sample.sql());
            fields.lineArray("parameters", sample.parameters(), this::parameter);
          }
        });
  }

  private void parameter(Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeString(value.get());
    } else {
      json.writeNull();
    }
  }
}
