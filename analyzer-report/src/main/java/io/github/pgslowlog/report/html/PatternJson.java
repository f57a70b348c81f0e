package io.github.pgslowlog.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.fingerprint.SqlLayout;
import io.github.pgslowlog.workload.DurationSummary;
import io.github.pgslowlog.workload.EventTotal;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pattern as the script reads it. Names of fields have one letter, for there are thousands; what
 * they mean stands in {@code patterns.js}. What is empty is left out.
 */
final class PatternJson {
  /** No filter asks for them. */
  private static final int MOST_HOSTS = 30;

  private final JsonGenerator json;
  private final NameTable names;
  private final Ties ties;
  private final Extent extent;

  PatternJson(JsonGenerator json, NameTable names, Ties ties, Extent extent) {
    this.json = json;
    this.names = names;
    this.ties = ties;
    this.extent = extent;
  }

  void write(Query query) throws IOException {
    Pattern pattern = query.pattern();
    json.writeStartObject();
    json.writeStringField("f", pattern.fingerprint().toString());
    text(pattern.query());
    json.writeStringField("t", query.type().name());
    json.writeNumberField("c", pattern.calls());
    json.writeNumberField("m", pattern.executionMicros());
    if (pattern.durations().isPresent()) {
      durations(pattern.durations().get());
    }
    times(pattern);
    counts("u", pattern.users(), extent.names);
    counts("b", pattern.databases(), extent.names);
    counts("a", pattern.applications(), extent.names);
    counts("h", pattern.history().hosts(), Math.min(extent.names, MOST_HOSTS));
    numbers("T", query.tables().stream().map(TableName::toString).toList());
    positive("k", pattern.cancelled());
    timeline(pattern.history().timeline());
    events(pattern.history().events());
    advice(pattern);
    if (query.unparsed().isPresent()) {
      json.writeStringField("N", Excerpt.of(query.unparsed().get(), 300));
    }
    if (extent == Extent.FULL) {
      new PatternDetailsJson(json, names, ties).write(query);
    } else {
      json.writeNumberField("z", 1);
    }
    json.writeEndObject();
  }

  private void text(String sql) throws IOException {
    json.writeStringField("q", SqlLayout.pretty(Excerpt.of(sql, extent.text)));
    if (sql.length() > extent.text) {
      json.writeNumberField("x", sql.length());
    }
  }

  private void durations(DurationSummary d) throws IOException {
    long[] all = {d.min(), d.max(), d.mean(), d.deviation(), d.p50(), d.p95(), d.p99()};
    json.writeFieldName("d");
    json.writeArray(all, 0, all.length);
  }

  private void times(Pattern pattern) throws IOException {
    if (pattern.first().isPresent() && pattern.last().isPresent()) {
      long[] all = {pattern.first().get().toEpochMilli(), pattern.last().get().toEpochMilli()};
      json.writeFieldName("w");
      json.writeArray(all, 0, all.length);
    }
    Optional<Growth> growth = ties.growth(pattern);
    if (growth.isPresent()) {
      json.writeFieldName("g");
      json.writeArray(new long[] {growth.get().first(), growth.get().last()}, 0, 2);
    }
  }

  private void counts(String field, Map<String, Long> counts, int number) throws IOException {
    if (counts.isEmpty()) {
      return;
    }
    List<Map.Entry<String, Long>> most =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(number)
            .toList();
    json.writeArrayFieldStart(field);
    for (Map.Entry<String, Long> count : most) {
      json.writeNumber(names.number(count.getKey()));
      json.writeNumber(count.getValue());
    }
    json.writeEndArray();
    positive(field + "+", counts.size() - most.size());
  }

  private void numbers(String field, List<String> some) throws IOException {
    if (some.isEmpty()) {
      return;
    }
    int number = Math.min(extent.names, some.size());
    json.writeArrayFieldStart(field);
    for (String name : some.subList(0, number)) {
      json.writeNumber(names.number(name));
    }
    json.writeEndArray();
    positive(field + "+", some.size() - number);
  }

  private void positive(String field, long number) throws IOException {
    if (number > 0) {
      json.writeNumberField(field, number);
    }
  }

  /** Epoch second of the first slice, width in seconds; of each: slices since, calls, time. */
  private void timeline(Timeline timeline) throws IOException {
    List<TimeSlice> slices = timeline.slices();
    if (slices.isEmpty()) {
      return;
    }
    long width = timeline.width().toSeconds();
    long start = slices.get(0).from().getEpochSecond();
    long span = (slices.get(slices.size() - 1).from().getEpochSecond() - start) / width + 1;
    long merged = (span + extent.slices - 1) / extent.slices;
    json.writeArrayFieldStart("l");
    json.writeNumber(start);
    json.writeNumber(width * merged);
    long before = 0;
    for (int i = 0; i < slices.size(); ) {
      long index = (slices.get(i).from().getEpochSecond() - start) / width / merged;
      long calls = 0;
      long micros = 0;
      while (i < slices.size()
          && (slices.get(i).from().getEpochSecond() - start) / width / merged == index) {
        calls += slices.get(i).calls();
        micros += slices.get(i).micros();
        i++;
      }
      json.writeNumber(index - before);
      json.writeNumber(calls);
      json.writeNumber(micros);
      before = index;
    }
    json.writeEndArray();
  }

  private void events(List<EventTotal> events) throws IOException {
    if (events.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("e");
    int number = Math.min(PatternRow.MOST_EVENTS, events.size());
    for (EventTotal event : events.subList(0, number)) {
      json.writeStartArray();
      json.writeString(event.kind().word());
      json.writeString(Excerpt.of(EventWords.of(event), 300));
      json.writeNumber(event.count());
      json.writeEndArray();
    }
    json.writeEndArray();
    if (events.size() > number) {
      long more = events.stream().skip(number).mapToLong(EventTotal::count).sum();
      json.writeFieldName("e+");
      json.writeArray(new long[] {events.size() - number, more}, 0, 2);
    }
  }

  private void advice(Pattern pattern) throws IOException {
    List<Integer> advice = ties.advice(pattern.fingerprint());
    if (!advice.isEmpty()) {
      json.writeArrayFieldStart("r");
      for (int index : advice) {
        json.writeNumber(index);
      }
      json.writeEndArray();
    }
    Optional<String> cause = ties.cause(pattern.fingerprint());
    if (cause.isPresent()) {
      json.writeStringField("n", Excerpt.of(cause.get(), 300));
    }
  }
}
