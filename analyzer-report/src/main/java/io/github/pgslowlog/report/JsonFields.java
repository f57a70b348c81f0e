package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.workload.DurationSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Kinds of fields that reports have. */
final class JsonFields {
  private final JsonGenerator json;
  private final ReportPrinter printer;

  JsonFields(JsonGenerator json, ReportPrinter printer) {
    this.json = json;
    this.printer = printer;
  }

  /** Writes one value of an array. */
  interface Item<T> {
    void write(T item) throws IOException;
  }

  /** Writes the fields of an object. */
  interface Content {
    void write() throws IOException;
  }

  <T> void array(String field, Collection<T> items, Item<T> writer) throws IOException {
    json.writeArrayFieldStart(field);
    for (T item : items) {
      writer.write(item);
    }
    json.writeEndArray();
  }

  /** An array in one line. */
  <T> void lineArray(String field, Collection<T> items, Item<T> writer) throws IOException {
    json.writeFieldName(field);
    json.writeStartArray();
    boolean within = printer.setLine(true);
    for (T item : items) {
      writer.write(item);
    }
    json.writeEndArray();
    printer.setLine(within);
  }

  /** An object in one line. */
  void line(Content content) throws IOException {
    json.writeStartObject();
    boolean within = printer.setLine(true);
    content.write();
    json.writeEndObject();
    printer.setLine(within);
  }

  void milliseconds(String field, long micros) throws IOException {
    json.writeFieldName(field);
    json.writeNumber(Milliseconds.exact(micros));
  }

  void milliseconds(String field, Optional<Long> micros) throws IOException {
    if (micros.isPresent()) {
      milliseconds(field, micros.get());
    } else {
      json.writeNullField(field);
    }
  }

  void percent(String field, int tenths) throws IOException {
    json.writeFieldName(field);
    json.writeNumber(Words.tenths(tenths));
  }

  /** A number with so many decimals; null where it is not known, or none. */
  void decimal(String field, Optional<Double> value, int decimals) throws IOException {
    Optional<String> text =
        value
            .filter(Double::isFinite)
            .map(number -> new BigDecimal(number).setScale(decimals, RoundingMode.HALF_UP))
            .map(BigDecimal::toPlainString);
    if (text.isPresent()) {
      json.writeFieldName(field);
      json.writeNumber(text.get());
    } else {
      json.writeNullField(field);
    }
  }

  void time(String field, Optional<Instant> time) throws IOException {
    text(field, time.map(Times::iso));
  }

  void text(String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    } else {
      json.writeNullField(field);
    }
  }

  void flag(String field, Optional<Boolean> value) throws IOException {
    if (value.isPresent()) {
      json.writeBooleanField(field, value.get());
    } else {
      json.writeNullField(field);
    }
  }

  /** The fields schema and table, null where they are not known. */
  void table(Optional<TableName> table) throws IOException {
    text("schema", table.map(TableName::schema).filter(schema -> !schema.isEmpty()));
    text("table", table.map(TableName::name));
  }

  /** Null where no call is known. */
  void durations(Optional<DurationSummary> durations) throws IOException {
    milliseconds("meanMs", durations.map(DurationSummary::mean));
    milliseconds("stddevMs", durations.map(DurationSummary::deviation));
    milliseconds("minMs", durations.map(DurationSummary::min));
    milliseconds("maxMs", durations.map(DurationSummary::max));
    milliseconds("p50Ms", durations.map(DurationSummary::p50));
    milliseconds("p95Ms", durations.map(DurationSummary::p95));
    milliseconds("p99Ms", durations.map(DurationSummary::p99));
  }

  /** An object of numbers by name. */
  void counts(String field, Map<String, Long> counts) throws IOException {
    json.writeObjectFieldStart(field);
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }
}
