package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.Coverage;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.SqlCoverage;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.SkipCount;
import io.github.pgslowlog.filter.FilterCoverage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** What was read, and how much of it was understood, as JSON. */
final class CoverageJson {
  private final JsonGenerator json;
  private final JsonFields fields;

  CoverageJson(JsonGenerator json, JsonFields fields) {
    this.json = json;
    this.fields = fields;
  }

  void inputs(List<Input> inputs, List<Problem> problems) throws IOException {
    fields.array("inputs", inputs, this::input);
    fields.array("problems", problems, problem -> json.writeString(problem.message()));
    fields.lineArray("lostInput", damages(problems), json::writeNumber);
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

  void coverage(Coverage coverage) throws IOException {
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
}
