package io.github.pgslowlog.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.Query;
import io.github.pgslowlog.report.ReportOptions;
import io.github.pgslowlog.workload.EventKind;
import io.github.pgslowlog.workload.EventTotal;
import io.github.pgslowlog.workload.Pattern;
import io.github.pgslowlog.workload.PatternHistory;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternJsonTest {
  private static final String LINE =
      "2026-11-20 09:00:01.000 UTC [41] user_%d@shop LOG:  duration: 6.000 ms  statement: %s\n";
  private static final String LONG = "SELECT " + "a, ".repeat(1_000) + "a FROM t";

  @Test
  void whatIsCutIsCounted() throws IOException {
    Query query = query();

    assertThat(json(query, Extent.SHORT))
        .contains("\"x\":" + LONG.length(), "\"u+\":6,", "\"z\":1")
        .doesNotContain("\"H\":");
    assertThat(json(query, Extent.MEDIUM))
        .contains("\"x\":" + LONG.length(), "\"z\":1")
        .doesNotContain("\"u+\":");
    assertThat(json(query, Extent.FULL)).doesNotContain("\"x\":", "\"u+\":", "\"z\":");
  }

  @Test
  void eventsThatAreNotToldOneByOneAreAddedUp() throws IOException {
    List<EventTotal> events = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      events.add(new EventTotal(EventKind.ERROR, "error " + i, 20 - i, 0, 0));
    }
    Query query = withEvents(query(), events);

    assertThat(json(query, Extent.FULL))
        .contains(": error 11\"", ",\"e+\":[3,21]")
        .doesNotContain("error 12");
    PatternRow row = new PatternRow(new Ties(Logs.stderr(""), ReportOptions.DEFAULT), query);
    assertThat(row.marks()).contains("195\u00a0events");
    assertThat(row.facts()).contains(new PatternRow.Fact("events", "3 further kinds"));
  }

  private static Query query() {
    StringBuilder log = new StringBuilder();
    for (int user = 0; user < 10; user++) {
      log.append(LINE.formatted(user, LONG));
    }
    return Logs.stderr(log.toString()).queries().get(0);
  }

  private static Query withEvents(Query query, List<EventTotal> events) {
    PatternHistory old = query.pattern().history();
    PatternHistory history =
        new PatternHistory(
            old.timeline(), old.histogram(), old.callMicros(), old.squares(), old.hosts(), events);
    Pattern pattern = MadeUp.with(query.pattern(), history);
    return new Query(
        pattern,
        query.type(),
        query.tables(),
        query.unparsed(),
        query.gaps(),
        query.columns(),
        query.limit());
  }

  private static String json(Query query, Extent extent) throws IOException {
    Analysis none = Logs.stderr("");
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      new PatternJson(json, new NameTable(), new Ties(none, ReportOptions.DEFAULT), extent)
          .write(query);
    }
    return out.toString();
  }
}
