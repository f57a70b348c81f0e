package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.workload.Pattern;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;

/** A pattern and all that is known of it, as JSON. */
final class QueryJson {
  private final JsonGenerator json;
  private final JsonFields fields;
  private final UsageJson usages;
  private final HistoryJson histories;

  QueryJson(JsonGenerator json, JsonFields fields, boolean values) {
    this.json = json;
    this.fields = fields;
    this.usages = new UsageJson(json, fields);
    this.histories = new HistoryJson(json, fields, values);
  }

  void query(Query query) throws IOException {
    Pattern pattern = query.pattern();
    json.writeStartObject();
    json.writeStringField("fingerprint", pattern.fingerprint().toString());
    json.writeStringField("query", pattern.query());
    json.writeStringField("type", query.type().word());
    json.writeNumberField("calls", pattern.calls());
    fields.milliseconds("totalMs", pattern.executionMicros());
    fields.durations(pattern.durations());
    fields.milliseconds("parseMs", pattern.parseMicros());
    fields.milliseconds("bindMs", pattern.bindMicros());
    fields.time("firstTime", pattern.first());
    fields.time("lastTime", pattern.last());
    fields.counts("users", pattern.users());
    fields.counts("databases", pattern.databases());
    fields.counts("applications", pattern.applications());
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
      fields.counts(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
  }
}
