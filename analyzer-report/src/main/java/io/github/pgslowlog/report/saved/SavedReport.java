package io.github.pgslowlog.report.saved;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.report.JsonReport;
import io.github.pgslowlog.workload.Workload;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON report, read back.
 *
 * <p>The patterns, of which there may be many, are read one by one. What a report of an earlier
 * version does not have is empty; fields that are not known are passed over.
 */
public final class SavedReport {
  /** The version of the format that is understood: {@value}. */
  public static final int SCHEMA_VERSION = JsonReport.SCHEMA_VERSION;

  /** 64 Mi characters: as long as a statement may be in a log, and longer. */
  private static final int MAX_TEXT = 64 << 20;

  /** Those of the whole that are read, but for the queries. */
  private static final Set<String> FIELDS =
      Set.of(
          "schemaVersion",
          "complete",
          "inputs",
          "problems",
          "lostInput",
          "coverage",
          "totals",
          "load",
          "week",
          "events",
          "cancelled",
          "columns",
          "recommendations",
          "advice",
          "expressions",
          "columnPairs",
          "joins");

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final String name;
  private final List<Query> queries = new ArrayList<>();
  private final Set<Fingerprint> fingerprints = new HashSet<>();
  private final Map<String, @Nullable Object> others = new HashMap<>();

  private SavedReport(String name) {
    this.name = name;
  }

  /**
   * Reads a report.
   *
   * @param json what {@link JsonReport} has written; not closed
   * @param name of the file, for messages
   * @return the analysis it was written of; times have milliseconds, and samples their values if
   *     they were written
   * @throws IOException when it cannot be read
   * @throws AnalyzerException when it is no report, or of another version, with the place
   */
  public static Analysis read(Reader json, String name) throws IOException {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(MAX_TEXT).build())
            .build();
    try (JsonParser parser = factory.createParser(withoutMark(json))) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      SavedReport report = new SavedReport(name);
      report.read(parser);
      return report.analysis();
    } catch (JsonProcessingException broken) {
      throw broken(name, broken);
    } catch (IllegalArgumentException
        | ArithmeticException
        | DateTimeException
        | IndexOutOfBoundsException impossible) {
      throw new AnalyzerException(
          name
              + ": this report holds a value that cannot be: "
              + impossible.getMessage()
              + "; give a report that 'pgslowlog analyze -o report.json' has written",
          impossible);
    }
  }

  private static AnalyzerException broken(String name, JsonProcessingException broken) {
    String place = broken.getLocation() == null ? "" : ":" + broken.getLocation().getLineNr();
    String what =
        broken instanceof JsonEOFException
            ? ": this report ends in the middle: was it cut, or is it still being written"
            : ": this is not valid JSON: " + broken.getOriginalMessage();
    return new AnalyzerException(
        name + place + what + "; give a report that 'pgslowlog analyze -o report.json' has written",
        broken);
  }

  /** Editors of Windows write a mark before the text. */
  private static Reader withoutMark(Reader json) throws IOException {
    PushbackReader text = new PushbackReader(json);
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return text;
  }

  private void read(JsonParser parser) throws IOException {
    if (!isObject(parser)) {
      throw noReport();
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String field = parser.currentName();
      parser.nextToken();
      if (field.equals("queries")) {
        queries(parser);
      } else if (FIELDS.contains(field)) {
        others.put(field, SavedTree.read(parser));
      } else {
        parser.skipChildren();
      }
    }
  }

  private static boolean isObject(JsonParser parser) throws IOException {
    try {
      return parser.nextToken() == JsonToken.START_OBJECT;
    } catch (JsonParseException noJson) {
      return false;
    }
  }

  private void queries(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new Saved(name + ": queries", SavedTree.read(parser)).expected("an array");
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String place = name + ": queries[" + queries.size() + "]";
      Saved saved = new Saved(place, SavedTree.read(parser));
      Query query = SavedQuery.read(saved);
      if (!fingerprints.add(query.pattern().fingerprint())) {
        throw saved.field("fingerprint").expected("a fingerprint that no other query has");
      }
      queries.add(query);
    }
  }

  private Analysis analysis() {
    Saved version = field("schemaVersion");
    if (!version.isGiven()) {
      throw noReport();
    }
    if (version.whole() != SCHEMA_VERSION) {
      throw new AnalyzerException(
          name
              + ": this report has schemaVersion "
              + version.whole()
              + ", and this program reads "
              + SCHEMA_VERSION
              + "; analyze the logs again, or use the program that wrote it");
    }
    Workload workload =
        SavedTotals.workload(
            field("totals"),
            queries.stream().map(Query::pattern).toList(),
            field("cancelled").list(SavedTotals::cancelled),
            SavedHistory.ofWorkload(field("load"), field("week"), field("events")));
    List<Problem> problems = SavedHead.problems(field("problems"), field("lostInput"));
    return new Analysis(
        field("inputs").list(SavedHead::input),
        problems,
        SavedHead.coverage(field("coverage")),
        workload,
        queries,
        field("columns").list(SavedUsage::column),
        new SavedAdvice(workload.patterns())
            .read(field("recommendations"), field("advice"), problems),
        field("expressions").list(SavedUsage::expression),
        field("columnPairs").list(SavedUsage::pair),
        field("joins").list(SavedUsage::join),
        !field("complete").isGiven() || field("complete").flag());
  }

  private Saved field(String field) {
    return new Saved(name + ": " + field, others.get(field));
  }

  private AnalyzerException noReport() {
    return new AnalyzerException(
        name
            + ": this is no report of pgslowlog; give a file that 'pgslowlog analyze -o report.json'"
            + " has written, in UTF-8 and not compressed");
  }
}
