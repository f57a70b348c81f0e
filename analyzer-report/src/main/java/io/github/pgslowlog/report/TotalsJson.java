package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.statement.ForeignKeyCheck;
import io.github.pgslowlog.workload.CancelledTotal;
import io.github.pgslowlog.workload.KindTotal;
import io.github.pgslowlog.workload.OtherPatterns;
import java.io.IOException;
import java.util.List;

/** What all statements add up to, as JSON. */
final class TotalsJson {
  private final JsonGenerator json;
  private final JsonFields fields;

  TotalsJson(JsonGenerator json, JsonFields fields) {
    this.json = json;
    this.fields = fields;
  }

  void totals(Analysis analysis) throws IOException {
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
    fields.durations(others.durations());
    fields.milliseconds("parseMs", others.parseMicros());
    fields.milliseconds("bindMs", others.bindMicros());
    fields.time("firstTime", others.first());
    fields.time("lastTime", others.last());
    fields.counts("users", others.users());
    fields.counts("databases", others.databases());
    fields.counts("applications", others.applications());
    json.writeNumberField("cancelled", others.cancelled());
    json.writeEndObject();
  }

  /** Absent if there is none. */
  void cancelled(List<CancelledTotal> totals) throws IOException {
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
