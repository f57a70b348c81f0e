package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.RowLimit;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.workload.ColumnPairUsage;
import io.github.pgslowlog.workload.ColumnUsage;
import io.github.pgslowlog.workload.ColumnUsage.RoleUsage;
import io.github.pgslowlog.workload.ExpressionUsage;
import io.github.pgslowlog.workload.JoinEdge;
import io.github.pgslowlog.workload.PatternColumn;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What statements use columns for, as JSON. */
final class UsageJson {
  private final JsonGenerator json;
  private final JsonFields fields;

  UsageJson(JsonGenerator json, JsonFields fields) {
    this.json = json;
    this.fields = fields;
  }

  // --- of one pattern

  void ofQuery(Query query) throws IOException {
    fields.array("columns", query.columns(), this::use);
    if (query.limit().isPresent()) {
      limit(query.limit().get());
    } else {
      json.writeNullField("limit");
    }
  }

  private void use(PatternColumn use) throws IOException {
    fields.line(
        () -> {
          fields.table(use.table());
          json.writeStringField("column", use.column());
          json.writeStringField("role", use.role().word());
          fields.text("expression", use.expression());
          fields.text("operator", use.operator());
          fields.flag("sargable", use.sargability().map(s -> s == Sargability.SARGABLE));
          fields.text("reason", reason(use));
          fields.text("partner", use.partner());
          fields.flag("descending", use.order().map(PatternColumn.Order::descending));
          fields.text("nulls", use.order().map(UsageJson::nulls));
          if (!use.candidates().isEmpty()) {
            fields.array("candidates", use.candidates(), t -> json.writeString(t.toString()));
          }
        });
  }

  private static Optional<String> reason(PatternColumn use) {
    return use.sargability().filter(s -> s != Sargability.SARGABLE).map(Sargability::words);
  }

  private static String nulls(PatternColumn.Order order) {
    return order.nulls().name().toLowerCase(Locale.ROOT);
  }

  /** Which number of rows was asked for is a value, and not shown. */
  private void limit(RowLimit limit) throws IOException {
    json.writeObjectFieldStart("limit");
    json.writeBooleanField("limited", limit.limited());
    json.writeBooleanField("offset", limit.offset());
    json.writeEndObject();
  }

  // --- of all

  void columns(Analysis analysis) throws IOException {
    fields.array("columns", analysis.columns(), this::column);
  }

  private void column(ColumnUsage usage) throws IOException {
    json.writeStartObject();
    fields.table(usage.table());
    json.writeStringField("column", usage.column());
    json.writeObjectFieldStart("roles");
    for (Map.Entry<Role, RoleUsage> role : usage.roles().entrySet()) {
      json.writeObjectFieldStart(role.getKey().word());
      json.writeNumberField("calls", role.getValue().calls());
      fields.milliseconds("ms", role.getValue().micros());
      json.writeNumberField("patterns", role.getValue().patterns());
      json.writeEndObject();
    }
    json.writeEndObject();
    if (usage.table().isEmpty()) {
      fields.array("candidates", usage.candidates(), table -> json.writeString(table.toString()));
    } else {
      json.writeStringField("evidence", Words.evidence(usage.evidence()));
    }
    json.writeEndObject();
  }

  void combinations(Analysis analysis) throws IOException {
    fields.array("expressions", analysis.expressions(), this::expression);
    fields.array("columnPairs", analysis.columnPairs(), this::pair);
    fields.array("joins", analysis.joins(), this::join);
  }

  private void expression(ExpressionUsage usage) throws IOException {
    json.writeStartObject();
    fields.table(Optional.of(usage.table()));
    json.writeStringField("expression", usage.expression());
    fields.array("columns", usage.columns(), json::writeString);
    json.writeObjectFieldStart("roles");
    for (Map.Entry<Role, RoleUsage> role : usage.roles().entrySet()) {
      json.writeFieldName(role.getKey().word());
      fields.line(() -> usage(role.getValue()));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void pair(ColumnPairUsage pair) throws IOException {
    json.writeStartObject();
    fields.table(Optional.of(pair.table()));
    json.writeStringField("first", pair.first());
    json.writeStringField("second", pair.second());
    json.writeArrayFieldStart("roles");
    for (Map.Entry<ColumnPairUsage.Roles, RoleUsage> roles : pair.roles().entrySet()) {
      fields.line(
          () -> {
            json.writeStringField("first", roles.getKey().first().word());
            json.writeStringField("second", roles.getKey().second().word());
            usage(roles.getValue());
          });
    }
    json.writeEndArray();
    usage(new RoleUsage(pair.patterns(), pair.calls(), pair.micros()));
    json.writeEndObject();
  }

  private void join(JoinEdge edge) throws IOException {
    json.writeStartObject();
    side("left", edge.left());
    side("right", edge.right());
    fields.array(
        "columns",
        edge.columns(),
        columns ->
            fields.line(
                () -> {
                  json.writeStringField("left", columns.left());
                  json.writeStringField("right", columns.right());
                }));
    usage(new RoleUsage(edge.patterns(), edge.calls(), edge.micros()));
    json.writeEndObject();
  }

  private void side(String field, TableName table) throws IOException {
    json.writeFieldName(field);
    fields.line(() -> fields.table(Optional.of(table)));
  }

  private void usage(RoleUsage usage) throws IOException {
    json.writeNumberField("patterns", usage.patterns());
    json.writeNumberField("calls", usage.calls());
    fields.milliseconds("ms", usage.micros());
  }
}
