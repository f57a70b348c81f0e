package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import java.io.IOException;
import java.io.Writer;

/**
 * An analysis as JSON, {@code schemaVersion} 1.
 *
 * <p>Every pattern and column is in it. The order of fields is fixed and equal input gives equal
 * bytes; {@code ms} values have three decimals and their sums are exact; percentages have one
 * decimal.
 */
public final class JsonReport {
  /**
   * The version of the format: {@value}. Fields may be added to it, and none changes its meaning.
   */
  public static final int SCHEMA_VERSION = 1;

  private final JsonGenerator json;
  private final JsonFields fields;
  private final boolean values;

  private JsonReport(JsonGenerator json, JsonFields fields, boolean values) {
    this.json = json;
    this.fields = fields;
    this.values = values;
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
    try (JsonGenerator generator = generator(out).setPrettyPrinter(printer)) {
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
    try (JsonGenerator generator = generator(out)) {
      JsonFields fields = new JsonFields(generator, new ReportPrinter());
      QueryJson queries = new QueryJson(generator, fields, options.values());
      for (Query query : analysis.queries()) {
        queries.query(query);
      }
    }
    out.write(analysis.queries().isEmpty() ? "" : "\n");
    out.flush();
  }

  private static JsonGenerator generator(Writer out) throws IOException {
    JsonFactory factory =
        JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    factory.setRootValueSeparator("\n");
    JsonGenerator generator = factory.createGenerator(out);
    generator.setCharacterEscapes(new TerminalSafeEscapes());
    return generator;
  }

  private void analysis(Analysis analysis) throws IOException {
    CoverageJson coverage = new CoverageJson(json, fields);
    TotalsJson totals = new TotalsJson(json, fields);
    UsageJson usages = new UsageJson(json, fields);
    json.writeStartObject();
    json.writeNumberField("schemaVersion", SCHEMA_VERSION);
    if (!analysis.complete()) {
      json.writeBooleanField("complete", false);
    }
    coverage.inputs(analysis.inputs(), analysis.problems());
    coverage.coverage(analysis.coverage());
    totals.totals(analysis);
    new HistoryJson(json, fields, values).ofWorkload(analysis.workload().history());
    fields.array("queries", analysis.queries(), new QueryJson(json, fields, values)::query);
    totals.cancelled(analysis.workload().cancelled());
    usages.columns(analysis);
    new RecommendationJson(json, fields).write(analysis);
    usages.combinations(analysis);
    json.writeEndObject();
  }
}
