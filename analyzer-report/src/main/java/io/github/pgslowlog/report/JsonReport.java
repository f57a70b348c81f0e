package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Coverage;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.SqlCoverage;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.SkipCount;
import io.github.pgslowlog.filter.FilterCoverage;
import io.github.pgslowlog.statement.ForeignKeyCheck;
import io.github.pgslowlog.workload.CancelledTotal;
import io.github.pgslowlog.workload.DurationSummary;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.OtherPatterns;
import io.github.pgslowlog.workload.Pattern;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

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
  private final JsonFields fields;
  private final UsageJson usages;
  private final RecommendationJson recommendations;
  private final HistoryJson histories;

  private JsonReport(JsonGenerator json, JsonFields fields, boolean values) {
    this.json = json;
    this.fields = fields;
    this.usages = new UsageJson(json, fields);
    this.recommendations = new RecommendationJson(json, fields);
    this.histories = new HistoryJson(json, fields, values);
  }

  /**
   * Writes an analysis.
   *
   * @param analysis the analysis
   * @param out flushed, not closed
   * @throws IOException when it cannot be written
   */
  public static void write(Analysis analysis, Writer out) throws IOException {
    write(analysis, ReportOptions.DEFAULT, out);
  }

  /**
   * Writes an analysis.
   *
   * @param analysis the analysis
   * @param options whether samples have their values; no other option matters
   * @param out flushed, not closed
   * @throws IOException when it cannot be written
   */
  public static void write(Analysis analysis, ReportOptions options, Writer out)
      throws IOException {
    ReportPrinter printer = new ReportPrinter();
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator generator = factory.createGenerator(out).setPrettyPrinter(printer)) {
      generator.setCharacterEscapes(new TerminalSafeEscapes());
      new JsonReport(generator, new JsonFields(generator, printer), options.values())
          .analysis(analysis);
    }
    out.write('\n');
    out.flush();
  }

  /**
   * Writes the patterns alone, each as an object on a line of its own (JSON Lines), with the fields
   * that {@code queries} has in the whole report.
   *
   * @param analysis the analysis
   * @param options whether samples have their values; no other option matters
   * @param out flushed, not closed
   * @throws IOException when it cannot be written
   */
  public static void writeLines(Analysis analysis, ReportOptions options, Writer out)
      throws IOException {
    ReportPrinter printer = new ReportPrinter();
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    factory.setRootValueSeparator("\n");
    try (JsonGenerator generator = factory.createGenerator(out)) {
      generator.setCharacterEscapes(new TerminalSafeEscapes());
      JsonReport report =
          new JsonReport(generator, new JsonFields(generator, printer), options.values());
      for (Query query : analysis.queries()) {
        report.query(query);
      }
    }
    out.write(analysis.queries().isEmpty() ? "" : "\n");
    out.flush();
  }

  private void analysis(Analysis analysis) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    if (!analysis.complete()) {
      json.writeBooleanField("complete", false);
    }
    fields.array("inputs", analysis.inputs(), this::input);
    fields.array("problems", analysis.problems(), this::problem);
    fields.lineArray("lostInput", damages(analysis.problems()), json::writeNumber);
    coverage(analysis.coverage());
    totals(analysis);
    histories.ofWorkload(analysis.workload().history());
    fields.array("queries", analysis.queries(), this::query);
    cancelled(analysis.workload().cancelled());
    usages.columns(analysis);
    recommendations.write(analysis);
    usages.combinations(analysis);
    json.writeEndObject();
  }

  private void input(Input input) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", input.path());
    json.writeStringField("format", input.format());
    fields.text("logLinePrefix", input.logLinePrefix());
    json.writeNumberField("bytes", input.bytes());
    json.writeNumberField("entries", input.entries());
    fields.time("firstTime", input.first());
    fields.time("lastTime", input.last());
    fields.array("layers", input.layers(), json::writeString);
    fields.array("languages", input.languages(), json::writeString);
    fields.array("laterPrefixes", input.laterPrefixes(), json::writeString);
    json.writeNumberField("lines", input.lines());
    json.writeBooleanField("prefixDetected", input.prefixDetected());
    json.writeEndObject();
  }

  /** Which of the problems tell of input that was lost, from 0. */
  private static List<Integer> damages(List<Problem> problems) {
    return IntStream.range(0, problems.size())
        .filter(i -> problems.get(i).severity() == Problem.Severity.DAMAGE)
        .boxed()
        .toList();
  }

  private void problem(Problem problem) throws IOException {
    json.writeString(problem.message());
  }

  private void coverage(Coverage coverage) throws IOException {
    json.writeObjectFieldStart("coverage");
    json.writeNumberField("lines", coverage.lines());
    json.writeNumberField("entries", coverage.entries());
    fields.array("skipped", coverage.skipped(), this::skipped);
    fields.milliseconds("lostMs", coverage.lostMicros());
    fields.percent("understoodTimePercent", coverage.understoodTime());
    fields.percent("sqlParsedTimePercent", coverage.sqlParsedTime());
    fields.percent("columnsResolvedTimePercent", coverage.columnsResolvedTime());
    sql(coverage.sql());
    json.writeNumberField("columnUses", coverage.columnUses());
    json.writeNumberField("ambiguousUses", coverage.ambiguousUses());
    json.writeNumberField("cutPatterns", coverage.cutPatterns());
    json.writeNumberField("longStatements", coverage.longStatements());
    if (coverage.filter().isPresent()) {
      filter(coverage.filter().get());
    }
    json.writeEndObject();
  }

  /** Absent without a filter. */
  private void filter(FilterCoverage filter) throws IOException {
    json.writeObjectFieldStart("filter");
    json.writeNumberField("entries", filter.entries());
    json.writeNumberField("passedEntries", filter.passedEntries());
    json.writeNumberField("executions", filter.executions());
    json.writeNumberField("passedExecutions", filter.passedExecutions());
    json.writeNumberField("leftOutPatterns", filter.leftOutPatterns());
    fields.array("parts", filter.parts(), this::filterPart);
    json.writeEndObject();
  }

  private void filterPart(FilterCoverage.Part part) throws IOException {
    json.writeStartObject();
    json.writeStringField("criterion", part.criterion().word());
    json.writeStringField("wanted", part.wanted());
    json.writeNumberField("removed", part.removed());
    json.writeEndObject();
  }

  private void sql(SqlCoverage sql) throws IOException {
    json.writeObjectFieldStart("sql");
    share("parser", sql.parser());
    share("skeleton", sql.skeleton());
    share("unparsed", sql.unparsed());
    share("utility", sql.utility());
    json.writeEndObject();
  }

  private void share(String field, SqlCoverage.Share share) throws IOException {
    json.writeFieldName(field);
    fields.line(
        () -> {
          json.writeNumberField("patterns", share.patterns());
          fields.milliseconds("ms", share.micros());
        });
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
      fields.milliseconds("ms", total.micros());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeNumberField("executions", analysis.workload().executions());
    fields.milliseconds("executionMs", analysis.workload().executionMicros());
    json.writeNumberField("fingerprints", analysis.queries().size());
    fields.milliseconds("joinedMs", analysis.workload().joinedMicros());
    fields.milliseconds("plannedMs", analysis.workload().plannedMicros());
    if (analysis.workload().other().isPresent()) {
      other(analysis.workload().other().get());
    }
    json.writeEndObject();
  }

  /** Absent unless there were more patterns than could be kept. */
  private void other(OtherPatterns others) throws IOException {
    json.writeObjectFieldStart("otherPatterns");
    json.writeStringField("bound", others.bound().word());
    json.writeNumberField("approximatePatterns", others.patterns());
    json.writeNumberField("messages", others.messages());
    json.writeNumberField("calls", others.calls());
    fields.milliseconds("totalMs", others.executionMicros());
    durations(others.durations());
    fields.milliseconds("parseMs", others.parseMicros());
    fields.milliseconds("bindMs", others.bindMicros());
    fields.time("firstTime", others.first());
    fields.time("lastTime", others.last());
    counts("users", others.users());
    counts("databases", others.databases());
    counts("applications", others.applications());
    json.writeNumberField("cancelled", others.cancelled());
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
    fields.milliseconds("totalMs", pattern.executionMicros());
    durations(pattern.durations());
    fields.milliseconds("parseMs", pattern.parseMicros());
    fields.milliseconds("bindMs", pattern.bindMicros());
    fields.time("firstTime", pattern.first());
    fields.time("lastTime", pattern.last());
    counts("users", pattern.users());
    counts("databases", pattern.databases());
    counts("applications", pattern.applications());
    fields.array("tables", query.tables(), table -> json.writeString(table.toString()));
    tags(pattern);
    json.writeNumberField("cancelled", pattern.cancelled());
    fields.text("unparsed", query.unparsed());
    if (!query.gaps().isEmpty()) {
      fields.lineArray("gaps", query.gaps(), gap -> json.writeString(gap.word()));
    }
    usages.ofQuery(query);
    histories.ofPattern(pattern);
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
    fields.milliseconds("meanMs", durations.map(DurationSummary::mean));
    fields.milliseconds("stddevMs", durations.map(DurationSummary::deviation));
    fields.milliseconds("minMs", durations.map(DurationSummary::min));
    fields.milliseconds("maxMs", durations.map(DurationSummary::max));
    fields.milliseconds("p50Ms", durations.map(DurationSummary::p50));
    fields.milliseconds("p95Ms", durations.map(DurationSummary::p95));
    fields.milliseconds("p99Ms", durations.map(DurationSummary::p99));
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
      fields.array("cancelled", totals, this::cancelled);
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
    fields.array("columns", check.columns(), json::writeString);
    json.writeEndObject();
  }
}
