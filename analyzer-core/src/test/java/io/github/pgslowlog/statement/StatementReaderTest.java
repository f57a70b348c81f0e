package io.github.pgslowlog.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.decode.Origin;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementReaderTest {
  private static final StatementReader READER = new StatementReader(Languages.english());
  private static final Location PLACE = new Location("postgresql.log", 7, 700);
  private static final Instant TIME = Instant.parse("2026-11-20T09:00:03.941Z");
  private static final Origin ORIGIN =
      new Origin("6b00e090.43ff", "41", "app", "shop", "psql", "[local]", "-77");
  private static final String EXECUTE = "duration: 4.200 ms  execute S_1/C_2: SELECT $1";

  @Test
  void durationMessageBecomesAStatement() {
    LogEntry entry = entry(Label.LOG, EXECUTE, "Parameters: $1 = '7', $2 = NULL", null, null);

    LoggedStatement statement = READER.read(entry).orElseThrow();

    assertThat(statement)
        .isEqualTo(
            new LoggedStatement(
                PLACE,
                TIME,
                ORIGIN,
                StatementKind.EXECUTE,
                "S_1",
                "C_2",
                4_200,
                slice("SELECT $1"),
                slice("Parameters: $1 = '7', $2 = NULL")));
    assertThat(statement.parameters()).containsExactly(Optional.of("7"), Optional.empty());
  }

  @Test
  void statementWithoutDetailHasNoParameters() {
    LogEntry entry = entry(Label.LOG, EXECUTE, null, null, null);

    assertThat(READER.read(entry).orElseThrow().parameters()).isEmpty();
  }

  @Test
  void imitationRaisedByAStatementIsNotCounted() {
    LogEntry raised =
        entry(
            Label.LOG,
            "duration: 4242.000 ms  statement: x",
            null,
            "PL/pgSQL function inline_code_block line 6 at RAISE",
            "DO $$ BEGIN RAISE LOG 'duration: 4242.000 ms  statement: x'; END $$");

    assertThat(READER.read(raised)).isEmpty();
  }

  @Test
  void statementSectionAloneTellsAnImitation() {
    assertThat(READER.read(entry(Label.LOG, EXECUTE, null, null, "CALL p()"))).isEmpty();
  }

  @Test
  void contextAloneTellsAnImitation() {
    assertThat(READER.read(entry(Label.LOG, EXECUTE, null, "at RAISE", null))).isEmpty();
  }

  @Test
  void planOfANestedStatementMayHaveAContext() {
    LogEntry plan =
        entry(
            Label.LOG,
            """
            duration: 4.200 ms  plan:
            Query Text: SELECT 1
            Result  (cost=0.00..0.01 rows=1 width=4)""",
            null,
            "PL/pgSQL function f() line 3 at PERFORM",
            null);

    assertThat(READER.read(plan)).map(LoggedStatement::kind).contains(StatementKind.PLAN);
  }

  @Test
  void imitatedPlanIsNotCounted() {
    LogEntry raised =
        entry(Label.LOG, "duration: 4.200 ms  plan:\nx", null, "at RAISE", "CALL p()");

    assertThat(READER.read(raised)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(value = Label.class, mode = EnumSource.Mode.EXCLUDE, names = "LOG")
  void onlySeverityLogReportsDurations(Label severity) {
    assertThat(READER.read(entry(severity, EXECUTE, null, null, null))).isEmpty();
  }

  @Test
  void otherMessagesAreNoStatements() {
    assertThat(READER.read(entry(Label.LOG, "checkpoint starting: time", null, null, null)))
        .isEmpty();
    assertThat(READER.read(entry(Label.LOG, "statement: SELECT 1", null, null, null))).isEmpty();
  }

  private static LogEntry entry(
      Label severity,
      String message,
      @Nullable String detail,
      @Nullable String context,
      @Nullable String statement) {
    byte[] text = message.getBytes(UTF_8);
    return new LogEntry(
        PLACE,
        TIME,
        ORIGIN,
        severity,
        null,
        Slice.of(text),
        slice(detail),
        slice(context),
        slice(statement));
  }

  private static @Nullable Slice slice(@Nullable String text) {
    return text == null ? null : Slice.of(text.getBytes(UTF_8));
  }
}
