package io.github.pgslowlog.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What the script reads, as one JSON object.
 *
 * <p>It is bounded: the costliest patterns have everything, as long as there is room for at least a
 * short form of all others.
 */
final class ReportData implements Content {
  /** 4 MB: with the page around it, less than 5 MB. */
  static final int MAX_BYTES = 4_000_000;

  /** About what a pattern in short form takes. */
  private static final int BRIEF_BYTES = 750;

  private final Ties ties;
  private final int maxBytes;
  private final JsonFactory factory =
      new JsonFactoryBuilder().characterEscapes(new ScriptEscapes()).build();
  private final NameTable names = new NameTable();

  ReportData(Ties ties) {
    this(ties, MAX_BYTES);
  }

  ReportData(Ties ties, int maxBytes) {
    this.ties = ties;
    this.maxBytes = maxBytes;
  }

  @Override
  public void writeTo(TemplateOutput output) {
    try {
      output.writeContent("{\"patterns\":[");
      patterns(output);
      output.writeContent("],");
      // Without the brace that opens it.
      output.writeContent(object(this::rest).substring(1));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private interface Part {
    void write(JsonGenerator json) throws IOException;
  }

  private String object(Part part) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(out)) {
      part.write(json);
    }
    return out.toString();
  }

  private void patterns(TemplateOutput output) throws IOException {
    List<Query> queries = ties.analysis.queries();
    long room = maxBytes;
    for (int i = 0; i < queries.size(); i++) {
      Query query = queries.get(i);
      long reserved = (long) (queries.size() - i - 1) * BRIEF_BYTES;
      String text = object(json -> new PatternJson(json, names, ties, false).write(query));
      if (utf8Length(text) > room - reserved) {
        text = object(json -> new PatternJson(json, names, ties, true).write(query));
      }
      room -= utf8Length(text) + 1;
      output.writeContent(i == 0 ? "\n" : ",\n");
      output.writeContent(text);
    }
  }

  private static long utf8Length(String text) {
    long length = text.length();
    for (int i = 0; i < text.length(); i++) {
      length += text.charAt(i) < 0x80 ? 0 : text.charAt(i) < 0x800 ? 1 : 2;
    }
    return length;
  }

  private void rest(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("names");
    for (String name : names.names()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeNumberField("micros", ties.micros);
    json.writeNumberField("rows", PatternsView.ROWS);
    json.writeNumberField("bins", PatternRow.TREND_BINS);
    json.writeBooleanField("values", ties.options.values());
    json.writeArrayFieldStart("advice");
    for (int i = 0; i < ties.analysis.recommendations().size(); i++) {
      json.writeString(advice(i));
    }
    json.writeEndArray();
    timeline(json, ties.analysis.workload().history().timeline());
    if (ties.period.isPresent()) {
      json.writeArrayFieldStart("period");
      json.writeNumber(ties.period.get().from().toEpochMilli());
      json.writeNumber(ties.period.get().to().toEpochMilli());
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private String advice(int index) {
    return new AdviceCard(ties, ties.analysis.recommendations().get(index), index + 1, List.of())
        .title();
  }

  /** Width in seconds; of each slice: epoch second, calls, time. */
  private static void timeline(JsonGenerator json, Timeline timeline) throws IOException {
    json.writeArrayFieldStart("load");
    json.writeNumber(timeline.width().toSeconds());
    for (TimeSlice slice : timeline.slices()) {
      json.writeNumber(slice.from().getEpochSecond());
      json.writeNumber(slice.calls());
      json.writeNumber(slice.micros());
    }
    json.writeEndArray();
  }
}
