package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.LogListener;
import io.github.pgslowlog.source.StreamSource;
import io.github.pgslowlog.statement.LoggedStatement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Duration entries as JSON lines. */
class EntryJsonWriterTest {
  @Test
  void fieldsInOrder() throws IOException {
    String line =
        entries(
                """
                2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 3941.612 ms  execute S_1: SELECT * FROM orders WHERE id = $1
                2026-11-20 09:00:03.941 UTC [41] app@shop DETAIL:  parameters: $1 = '17'
                """)
            .get(0);

    assertThat(line)
        .matches(
            "\\{\"file\":\"postgresql.log\",\"line\":1,\"offset\":0,"
                + "\"time\":\"2026-11-20T09:00:03.941Z\",\"session\":null,\"pid\":\"41\","
                + "\"user\":\"app\",\"database\":\"shop\",\"application\":null,\"host\":null,"
                + "\"kind\":\"execute\",\"name\":\"S_1\",\"durationMs\":3941.612,"
                + "\"sql\":\"SELECT \\* FROM orders WHERE id = \\$1\",\"parameters\":\\[\"17\"],"
                + "\"fingerprint\":\"[0-9a-f]{32}\",\"queryId\":null,\"tags\":\\{}}");
  }

  @Test
  void aParameterThatIsNullIsNullAndNotAWord() throws IOException {
    JsonTree entry =
        entry(
            """
            2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 1.000 ms  execute <unnamed>: SELECT $1, $2, $3
            2026-11-20 09:00:03.941 UTC [41] app@shop DETAIL:  parameters: $1 = NULL, $2 = 'NULL', $3 = 'it''s, $4 = ''x'''
            """);

    assertThat(entry.field("name").text()).isEqualTo("<unnamed>");
    assertThat(entry.field("parameters").items())
        .containsExactly(new JsonTree(null), new JsonTree("NULL"), new JsonTree("it's, $4 = 'x'"));
  }

  @Test
  void aFunctionCallHasItsNameAndNoFingerprint() throws IOException {
    JsonTree entry =
        entry(
            """
            2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 0.018 ms  fastpath function call: "lo_open" (OID 952)
            """);

    assertThat(entry.field("kind").text()).isEqualTo("fastpath");
    assertThat(entry.field("durationMs").text()).isEqualTo("0.018");
    assertThat(entry.field("fingerprint").value()).isNull();
  }

  @Test
  void aBareDurationHasNoSql() throws IOException {
    JsonTree entry =
        entry(
            """
            2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 0.018 ms
            """);

    assertThat(entry.field("kind").text()).isEqualTo("bare");
    assertThat(entry.field("name").value()).isNull();
    assertThat(entry.field("sql").value()).isNull();
    assertThat(entry.field("parameters").items()).isEmpty();
    assertThat(entry.field("fingerprint").value()).isNull();
  }

  @Test
  void aStatementOfSeveralLinesStaysOneLineOfJson() throws IOException {
    String hostile = "\u001b[2J\u202e\u2028\u009b\"\\";
    String log =
        """
        2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 1.000 ms  statement: SELECT 1,
        TAB'HOSTILE'
        2026-11-20 09:00:04.941 UTC [41] app@shop LOG:  duration: 2.000 ms  statement: SELECT 2
        """;

    List<String> lines = entries(log.replace("TAB", "\t").replace("HOSTILE", hostile));

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).codePoints()).noneMatch(PlainText::isActive);
    assertThat(JsonTree.parse(lines.get(0)).field("sql").text())
        .isEqualTo("SELECT 1,\n'" + hostile + "'");
    assertThat(JsonTree.parse(lines.get(1)).field("line").text()).isEqualTo("3");
  }

  @Test
  void aBareDurationNamesTheStatementItWasJoinedWith() throws IOException {
    String line =
        entries(
                """
                2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  execute S_1: SELECT * FROM orders WHERE id = $1
                2026-11-20 09:00:03.941 UTC [41] app@shop DETAIL:  parameters: $1 = '17'
                2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 0.018 ms
                """)
            .get(0);

    assertThat(line)
        .contains("\"kind\":\"bare\"", "\"sql\":null,\"parameters\":[\"17\"]")
        .endsWith(
            "\"tags\":{},\"resolvedKind\":\"execute\","
                + "\"resolvedSql\":\"SELECT * FROM orders WHERE id = $1\"}");
  }

  @Test
  void aPlanHasItsQueryAndParameters() throws IOException {
    String log =
        """
        2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 1.500 ms  plan:
        TABQuery Text: SELECT * FROM orders
        TABWHERE id = $1
        TABQuery Parameters: $1 = '17'
        TABSeq Scan on orders  (cost=0.00..1.50 rows=1 width=4)
        """;

    JsonTree entry = entry(log.replace("TAB", "\t"));

    assertThat(entry.field("kind").text()).isEqualTo("plan");
    assertThat(entry.field("sql").text()).isEqualTo("SELECT * FROM orders\nWHERE id = $1");
    assertThat(entry.field("parameters").items()).containsExactly(new JsonTree("17"));
  }

  @Test
  void tagsOfTheApplicationAreShown() throws IOException {
    JsonTree entry =
        entry(
            """
            2026-11-20 09:00:03.941 UTC [41] app@shop LOG:  duration: 1.500 ms  statement: SELECT 1 /*controller='orders',action='show%20all'*/
            """);

    assertThat(entry.field("tags").names()).containsExactly("controller", "action");
    assertThat(entry.field("tags").field("action").text()).isEqualTo("show all");
  }

  private static JsonTree entry(String log) throws IOException {
    return JsonTree.parse(entries(log).get(0));
  }

  private static List<String> entries(String log) throws IOException {
    StringWriter out = new StringWriter();
    EntryJsonWriter writer = new EntryJsonWriter(out);
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    LogAnalyzer.builder()
        .source(new StreamSource("postgresql.log", new ByteArrayInputStream(bytes)))
        .listener(writing(writer))
        .build()
        .read();
    writer.flush();
    return out.toString().lines().toList();
  }

  private static LogListener writing(EntryJsonWriter writer) {
    return new LogListener() {
      @Override
      public void statement(LoggedStatement statement) {
        try {
          writer.write(statement);
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
    };
  }
}
