package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Coverage;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.candidate.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.SkipCount;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.select.Recommendation;
import io.github.pgslowlog.statement.ForeignKeyCheck;
import io.github.pgslowlog.workload.CancelledTotal;
import io.github.pgslowlog.workload.ColumnUsage;
import io.github.pgslowlog.workload.DurationSummary;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.Pattern;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * An analysis as JSON, {@code schemaVersion} 1.
 *
 * <p>Every pattern and column is in it. The order of fields is fixed and equal input gives equal
 * bytes; {@code ms} values have three decimals and their sums are exact; percentages have one
 * decimal.
 */
public final class JsonReport {
  private static final int SCHEMA_VERSION = 1;

  private final JsonGenerator json;

  private JsonReport(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes an analysis.
   *
   * @param analysis the analysis
   * @param out flushed, not closed
   * @throws IOException when it cannot be written
   */
  public static void write(Analysis analysis, Writer out) throws IOException {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(lines);
    printer.indentArraysWith(lines);
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator generator = factory.createGenerator(out).setPrettyPrinter(printer)) {
      generator.setCharacterEscapes(new TerminalSafeEscapes());
      new JsonReport(generator).analysis(analysis);
    }
    out.write('\n');
    out.flush();
  }

  private void analysis(Analysis analysis) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    array("inputs", analysis.inputs(), this::input);
    array("problems", analysis.problems(), this::problem);
    coverage(analysis.coverage());
    totals(analysis);
    array("queries", analysis.queries(), this::query);
    cancelled(analysis.workload().cancelled());
    array("columns", analysis.columns(), this::column);
    array("recommendations", analysis.recommendations(), this::recommendation);
    json.writeEndObject();
  }

  private interface Item<T> {
    void write(T item) throws IOException;
  }

  private <T> void array(String field, List<T> items, Item<T> writer) throws IOException {
    json.writeArrayFieldStart(field);
    for (T item : items) {
      writer.write(item);
    }
    json.writeEndArray();
  }

  private void input(Input input) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", input.path());
    json.writeStringField("format", input.format());
    text("logLinePrefix", input.logLinePrefix());
    json.writeNumberField("bytes", input.bytes());
    json.writeNumberField("entries", input.entries());
    time("firstTime", input.first());
    time("lastTime", input.last());
    array("layers", input.layers(), json::writeString);
    array("languages", input.languages(), json::writeString);
    array("laterPrefixes", input.laterPrefixes(), json::writeString);
    json.writeEndObject();
  }

  private void problem(Problem problem) throws IOException {
    json.writeString(problem.message());
  }

  private void coverage(Coverage coverage) throws IOException {
    json.writeObjectFieldStart("coverage");
    json.writeNumberField("lines", coverage.lines());
    json.writeNumberField("entries", coverage.entries());
    array("skipped", coverage.skipped(), this::skipped);
    percent("understoodTimePercent", coverage.understoodTime());
    percent("sqlParsedTimePercent", coverage.sqlParsedTime());
    percent("columnsResolvedTimePercent", coverage.columnsResolvedTime());
    json.writeEndObject();
  }

  private void skipped(SkipCount skip) throws IOException {
    json.writeStartObject();
    json.writeStringField("reason", skip.reason().word());
    json.writeNumberField("count", skip.count());
    json.writeStringField("example", skip.example().toString());
    json.writeEndObject();
  }

  private void totals(Analysis analysis) throws IOException {
    json.writeObjectFieldStart("totals");
    json.writeObjectFieldStart("byKind");
    for (KindTotal total : analysis.workload().byKind()) {
      json.writeObjectFieldStart(total.kind().word());
      json.writeNumberField("count", total.count());
      milliseconds("ms", total.micros());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeNumberField("executions", analysis.workload().executions());
    milliseconds("executionMs", analysis.workload().executionMicros());
    json.writeNumberField("fingerprints", analysis.queries().size());
    json.writeEndObject();
  }

  // --- queries

  private void query(Query query) throws IOException {
    Pattern pattern = query.pattern();
    json.writeStartObject();
    json.writeStringField("fingerprint", pattern.fingerprint().toString());
    json.writeStringField("query", pattern.query());
    json.writeStringField("type", query.type().word());
    json.writeNumberField("calls", pattern.calls());
    milliseconds("totalMs", pattern.executionMicros());
    durations(pattern.durations());
    milliseconds("parseMs", pattern.parseMicros());
    milliseconds("bindMs", pattern.bindMicros());
    time("firstTime", pattern.first());
    time("lastTime", pattern.last());
    counts("users", pattern.users());
    counts("databases", pattern.databases());
    counts("applications", pattern.applications());
    array("tables", query.tables(), table -> json.writeString(table.toString()));
    tags(pattern);
    json.writeNumberField("cancelled", pattern.cancelled());
    text("unparsed", query.unparsed());
    json.writeEndObject();
  }

  private void tags(Pattern pattern) throws IOException {
    json.writeObjectFieldStart("tags");
    for (Map.Entry<String, SortedMap<String, Long>> tag : pattern.tags().entrySet()) {
      counts(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
  }

  private void durations(Optional<DurationSummary> durations) throws IOException {
    milliseconds("meanMs", durations.map(DurationSummary::mean));
    milliseconds("stddevMs", durations.map(DurationSummary::deviation));
    milliseconds("minMs", durations.map(DurationSummary::min));
    milliseconds("maxMs", durations.map(DurationSummary::max));
    milliseconds("p50Ms", durations.map(DurationSummary::p50));
    milliseconds("p95Ms", durations.map(DurationSummary::p95));
    milliseconds("p99Ms", durations.map(DurationSummary::p99));
  }

  private void counts(String field, Map<String, Long> counts) throws IOException {
    json.writeObjectFieldStart(field);
    for (Map.Entry<String, Long> entry : counts.entrySet()) {
      json.writeNumberField(entry.getKey(), entry.getValue());
    }
    json.writeEndObject();
  }

  // --- cancelled statements

  private void cancelled(List<CancelledTotal> totals) throws IOException {
    if (!totals.isEmpty()) {
      array("cancelled", totals, this::cancelled);
    }
  }

  private void cancelled(CancelledTotal total) throws IOException {
    json.writeStartObject();
    json.writeStringField("reason", total.reason().word());
    json.writeNumberField("count", total.count());
    if (total.foreignKeyCheck().isPresent()) {
      foreignKey(total.foreignKeyCheck().get());
    } else {
      json.writeNullField("foreignKey");
    }
    json.writeEndObject();
  }

  private void foreignKey(ForeignKeyCheck check) throws IOException {
    json.writeObjectFieldStart("foreignKey");
    json.writeStringField("schema", check.schema());
    json.writeStringField("table", check.table());
    array("columns", check.columns(), json::writeString);
    json.writeEndObject();
  }

  // --- columns

  private void column(ColumnUsage usage) throws IOException {
    json.writeStartObject();
    text("schema", usage.table().map(TableName::schema).filter(schema -> !schema.isEmpty()));
    text("table", usage.table().map(TableName::name));
    json.writeStringField("column", usage.column());
    json.writeObjectFieldStart("roles");
    for (Map.Entry<Role, ColumnUsage.RoleUsage> role : usage.roles().entrySet()) {
      json.writeObjectFieldStart(role.getKey().word());
      json.writeNumberField("calls", role.getValue().calls());
      milliseconds("ms", role.getValue().micros());
      json.writeEndObject();
    }
    json.writeEndObject();
    if (usage.table().isEmpty()) {
      array("candidates", usage.candidates(), table -> json.writeString(table.toString()));
    } else {
      json.writeStringField("evidence", Words.evidence(usage.evidence()));
    }
    json.writeEndObject();
  }

  // --- recommendations

  private void recommendation(Recommendation recommendation) throws IOException {
    TableName table = recommendation.index().table();
    json.writeStartObject();
    json.writeStringField("action", "create");
    json.writeStringField("statement", recommendation.statement());
    json.writeStringField("rollback", recommendation.rollback());
    text("schema", Optional.of(table.schema()).filter(schema -> !schema.isEmpty()));
    json.writeStringField("table", table.name());
    json.writeStringField("accessMethod", "btree");
    array("keys", recommendation.index().keys(), this::key);
    array("include", List.<String>of(), json::writeString);
    json.writeNullField("predicate");
    json.writeBooleanField("unique", false);
    array("queries", recommendation.queries(), this::fingerprint);
    json.writeNumberField("calls", recommendation.calls());
    milliseconds("totalMs", recommendation.micros());
    for (String unknown : List.of("costBefore", "costAfter", "marginalGain", "standaloneGain")) {
      json.writeNullField(unknown);
    }
    json.writeNullField("sizeBytes");
    json.writeNullField("writeCost");
    json.writeStringField("confidence", recommendation.confidence());
    array("reasons", recommendation.reasons(), json::writeString);
    array("caveats", recommendation.caveats(), json::writeString);
    json.writeEndObject();
  }

  private void key(IndexKey key) throws IOException {
    json.writeString(key.sql());
  }

  private void fingerprint(Fingerprint fingerprint) throws IOException {
    json.writeString(fingerprint.toString());
  }

  // --- values

  private void milliseconds(String field, long micros) throws IOException {
    json.writeFieldName(field);
    json.writeNumber(Milliseconds.exact(micros));
  }

  private void milliseconds(String field, Optional<Long> micros) throws IOException {
    if (micros.isPresent()) {
      milliseconds(field, micros.get());
    } else {
      json.writeNullField(field);
    }
  }

  private void percent(String field, int tenths) throws IOException {
    json.writeFieldName(field);
    json.writeNumber(Words.tenths(tenths));
  }

  private void time(String field, Optional<Instant> time) throws IOException {
    text(field, time.map(Times::iso));
  }

  private void text(String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    } else {
      json.writeNullField(field);
    }
  }
}
