package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import io.github.pgslowlog.fingerprint.SqlTags;
import io.github.pgslowlog.statement.LoggedStatement;
import io.github.pgslowlog.statement.Resolution;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Duration entries as JSON, one object a line.
 *
 * <p>Fields, in this order: file, line, offset, time, session, pid, user, database, application,
 * host, kind, name, durationMs (three decimals), sql, parameters, fingerprint, queryId, tags. What
 * the log does not show is null. Where the time was spent on another query than {@code sql}, or the
 * message has none, resolvedKind and resolvedSql follow.
 */
public final class EntryJsonWriter implements Closeable {
  private final JsonGenerator json;
  private final Canonicalizer canonicalizer = new Canonicalizer();

  /**
   * Writes to a writer.
   *
   * @param out closed by {@link #close()}
   * @throws IOException when it cannot be written
   */
  public EntryJsonWriter(Writer out) throws IOException {
    json = new JsonFactory().createGenerator(out);
    json.setCharacterEscapes(new TerminalSafeEscapes());
    json.setRootValueSeparator(null);
  }

  /**
   * Writes one entry.
   *
   * @param statement the entry
   * @throws IOException when it cannot be written
   */
  public void write(LoggedStatement statement) throws IOException {
    Origin origin = statement.origin();
    json.writeStartObject();
    json.writeStringField("file", statement.location().file());
    json.writeNumberField("line", statement.location().line());
    json.writeNumberField("offset", statement.location().offset());
    text("time", statement.time() == null ? null : Times.iso(statement.time()));
    text("session", origin.session());
    text("pid", origin.pid());
    text("user", origin.user());
    text("database", origin.database());
    text("application", origin.application());
    text("host", origin.host());
    json.writeStringField("kind", statement.kind().word());
    text("name", statement.name());
    json.writeFieldName("durationMs");
    json.writeNumber(Milliseconds.exact(statement.durationMicros()));
    Slice sql = statement.sql();
    text("sql", sql == null ? null : sql.text());
    parameters(statement);
    boolean pattern = sql != null && statement.kind().hasSql();
    text("fingerprint", pattern && sql != null ? canonicalizer.read(sql).toString() : null);
    text("queryId", origin.queryId());
    tags(sql);
    resolution(statement.resolution());
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void tags(@Nullable Slice sql) throws IOException {
    json.writeObjectFieldStart("tags");
    if (sql != null) {
      for (Map.Entry<String, String> tag : SqlTags.read(sql).entrySet()) {
        json.writeStringField(tag.getKey(), tag.getValue());
      }
    }
    json.writeEndObject();
  }

  private void resolution(@Nullable Resolution resolution) throws IOException {
    if (resolution != null) {
      json.writeStringField("resolvedKind", resolution.kind().word());
      json.writeStringField("resolvedSql", resolution.sql().text());
    }
  }

  private void parameters(LoggedStatement statement) throws IOException {
    json.writeArrayFieldStart("parameters");
    for (Optional<String> value : parameterValues(statement)) {
      if (value.isPresent()) {
        json.writeString(value.get());
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
  }

  /** Those of the message, else those of the statement it was joined with. */
  private static List<Optional<String>> parameterValues(LoggedStatement statement) {
    Resolution resolution = statement.resolution();
    return statement.detail() == null && resolution != null
        ? resolution.parameters()
        : statement.parameters();
  }

  private void text(String field, @Nullable String value) throws IOException {
    json.writeFieldName(field);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value);
    }
  }

  /**
   * Passes everything on to the writer.
   *
   * @throws IOException when it cannot be written
   */
  public void flush() throws IOException {
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
