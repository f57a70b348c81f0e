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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the script reads, as one JSON object.
 *
 * <p>It is bounded: all patterns are there in a short form, but the least costly ones if there is
 * no room even for that; of the costliest ones there is everything, as long as there is room. What
 * is told besides patterns has its room first: its texts are short.
 */
final class ReportData implements Content {
  /** 4 MB: with the page around it, less than 5 MB. */
  static final int MAX_BYTES = 4_000_000;

  /** Of these there is everything before there is more than the least of the others. */
  private static final int COSTLIEST = 500;

  /** With less room than that for more of a pattern none is looked for. */
  private static final int LEAST_ROOM = 200;

  /** What the braces, and the numbers of what is left out, take at most. */
  private static final int FRAME = 200;

  private final Ties ties;
  private final JsonFactory factory =
      new JsonFactoryBuilder().characterEscapes(new ScriptEscapes()).build();
  private final NameTable names = new NameTable();
  private long room;
  private int left;
  private long leftMicros;

  ReportData(Ties ties) {
    this(ties, MAX_BYTES);
  }

  ReportData(Ties ties, int maxBytes) {
    this.ties = ties;
    this.room = maxBytes;
  }

  @Override
  public void writeTo(TemplateOutput output) {
    try {
      String rest = object(this::rest);
      room -= utf8Length(rest) + FRAME;
      output.writeContent("{\"patterns\":[");
      patterns(output);
      String head = object(this::head);
      // Three objects made one, so without the braces between them.
      output.writeContent("]," + head.substring(1, head.length() - 1) + "," + rest.substring(1));
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
    List<String> texts = new ArrayList<>();
    for (Query query : queries) {
      Optional<String> text = fitting(query, Extent.SHORT, 0);
      if (text.isEmpty()) {
        break;
      }
      texts.add(text.get());
    }
    queries.stream().skip(texts.size()).forEach(this::leaveOut);
    int costliest = Math.min(COSTLIEST, texts.size());
    lengthen(texts, 0, costliest, Extent.FULL);
    lengthen(texts, costliest, texts.size(), Extent.MEDIUM);
    lengthen(texts, costliest, texts.size(), Extent.FULL);
    for (int i = 0; i < texts.size(); i++) {
      output.writeContent(i == 0 ? "\n" : ",\n");
      output.writeContent(texts.get(i));
    }
  }

  /** Gives patterns a larger extent while there is room. */
  private void lengthen(List<String> texts, int from, int to, Extent extent) throws IOException {
    for (int i = from; i < to && room >= LEAST_ROOM; i++) {
      String text = texts.get(i);
      Query query = ties.analysis.queries().get(i);
      texts.set(i, fitting(query, extent, utf8Length(text) + 2).orElse(text));
    }
  }

  private void leaveOut(Query query) {
    left++;
    leftMicros += query.pattern().executionMicros();
  }

  /** A pattern, if there is room for it and for the names that it is the first to have. */
  private Optional<String> fitting(Query query, Extent extent, long freed) throws IOException {
    int known = names.size();
    String text = object(json -> new PatternJson(json, names, ties, extent).write(query));
    long length = utf8Length(text) + 2 - freed;
    for (String name : names.names().subList(known, names.size())) {
      length += utf8Length(object(json -> json.writeString(name))) + 1;
    }
    if (length > room) {
      names.forget(known);
      return Optional.empty();
    }
    room -= length;
    return Optional.of(text);
  }

  private static long utf8Length(String text) {
    long length = text.length();
    for (int i = 0; i < text.length(); i++) {
      length += text.charAt(i) < 0x80 ? 0 : text.charAt(i) < 0x800 ? 1 : 2;
    }
    return length;
  }

  /** What is known once the patterns are written. */
  private void head(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("names");
    for (String name : names.names()) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeNumberField("micros", ties.micros);
    json.writeNumberField("left", left);
    json.writeNumberField("leftMicros", leftMicros);
    json.writeEndObject();
  }

  private void rest(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("rows", PatternsView.ROWS);
    json.writeNumberField("bins", PatternRow.TREND_BINS);
    json.writeBooleanField("values", ties.options.values());
    json.writeArrayFieldStart("advice");
    for (int i = 0; i < Math.min(AdviceView.MOST, ties.analysis.recommendations().size()); i++) {
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
