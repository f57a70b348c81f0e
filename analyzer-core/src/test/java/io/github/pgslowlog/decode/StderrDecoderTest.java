package io.github.pgslowlog.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Skip;
import io.github.pgslowlog.frame.Frame;
import io.github.pgslowlog.frame.FrameListener;
import io.github.pgslowlog.frame.StderrFrame;
import io.github.pgslowlog.frame.StderrFramer;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.LogLinePrefix;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StderrDecoderTest {
  @Test
  void fieldsOfTheMessageAreRead() throws IOException {
    LogEntry entry =
        decode(
            "%m [%p] %c %u@%d %a %r %Q ",
            """
            2026-11-20 09:00:03.941 CET [41] 6b00e090.43ff app@shop My App [local] -77 ERROR:  no
            \tmore
            2026-11-20 09:00:03.941 CET [41] 6b00e090.43ff app@shop My App [local] -77 DETAIL:  d
            2026-11-20 09:00:03.941 CET [41] 6b00e090.43ff app@shop My App [local] -77 CONTEXT:  c
            2026-11-20 09:00:03.941 CET [41] 6b00e090.43ff app@shop My App [local] -77 STATEMENT:  s
            """);

    assertThat(entry.location()).isEqualTo(new Location("postgresql.log", 1, 0));
    assertThat(entry.time()).isEqualTo("2026-11-20T08:00:03.941Z");
    assertThat(entry.origin())
        .isEqualTo(new Origin("6b00e090.43ff", "41", "app", "shop", "My App", "[local]", "-77"));
    assertThat(entry.severity()).isEqualTo(Label.ERROR);
    assertThat(entry.message()).isEqualTo(slice("no\nmore"));
    assertThat(entry.detail()).isEqualTo(slice("d"));
    assertThat(entry.context()).isEqualTo(slice("c"));
    assertThat(entry.statement()).isEqualTo(slice("s"));
  }

  @Test
  void sessionIdTellsTheProcess() throws IOException {
    LogEntry entry = decode("%t-%c-", "2026-11-20 09:00:03 UTC-6b00e090.43ff-LOG:  ready\n");

    assertThat(entry.origin().pid()).isEqualTo("17407");
  }

  @Test
  void whatTheLogDoesNotShowIsNull() throws IOException {
    LogEntry entry = decode("", "LOG:  ready\n");

    assertThat(entry.time()).isNull();
    assertThat(entry.origin()).isEqualTo(new Origin(null, null, null, null, null, null, null));
    assertThat(entry.detail()).isNull();
    assertThat(entry.context()).isNull();
    assertThat(entry.statement()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[unknown]", "[unbekannt]", "[н/д]"})
  void applicationWithoutNameIsNull(String placeholder) throws IOException {
    LogEntry entry = decode("[%p] %u/%a ", "[41] app/" + placeholder + " LOG:  x\n");

    assertThat(entry.origin().application()).isNull();
    assertThat(entry.origin().user()).isEqualTo("app");
  }

  @Test
  void applicationInBracketsIsAName() throws IOException {
    LogEntry entry = decode("[%p] %u/%a ", "[41] app/[job] LOG:  x\n");

    assertThat(entry.origin().application()).isEqualTo("[job]");
  }

  @Test
  void emptyFieldsAreNull() throws IOException {
    LogEntry entry =
        decode("[%p] user=%u,db=%d,app=%a,client=%h ", "[41] user=,db=,app=,client= LOG:  x\n");

    assertThat(entry.origin()).isEqualTo(new Origin(null, "41", null, null, null, null, null));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "%h, 10.0.0.7, 10.0.0.7",
    "%r, 10.0.0.7(5000), 10.0.0.7(5000)",
    "%h %r, 10.0.0.7 10.0.0.7(5000), 10.0.0.7(5000)"
  })
  void hostIsShownWithItsPortIfTheLogShowsIt(String format, String prefix, String host)
      throws IOException {
    assertThat(decode(format + " ", prefix + " LOG:  x\n").origin().host()).isEqualTo(host);
  }

  @Test
  void queryIdZeroIsNone() throws IOException {
    assertThat(decode("%Q ", "0 LOG:  x\n").origin().queryId()).isNull();
    assertThat(decode("%Q ", "-1 LOG:  x\n").origin().queryId()).isEqualTo("-1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "%n %t, 1795219600.968 2026-11-20 09:00:03 UTC, 2026-11-21T00:06:40.968Z",
    "%t %m, 2026-11-20 09:00:03 UTC 2026-11-20 09:00:03.941 UTC, 2026-11-20T09:00:03.941Z",
    "%t, 2026-11-20 09:00:03 UTC, 2026-11-20T09:00:03Z",
    "%s %t, 2026-11-20 08:00:00 UTC 2026-11-20 09:00:03 UTC, 2026-11-20T09:00:03Z"
  })
  void mostExactTimeIsTaken(String format, String prefix, String expected) throws IOException {
    assertThat(decode(format + " ", prefix + " LOG:  x\n").time()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "00000: duration: 1.000 ms, duration: 1.000 ms",
    "42P01: relation does not exist, relation does not exist",
    "'XX000: ', ''",
    "00000:duration, 00000:duration",
    "ABCDE: no digit is a word, ABCDE: no digit is a word",
    "0000: four, 0000: four",
    "00000, 00000",
    "a0000: lower case, a0000: lower case"
  })
  void sqlStateOfVerboseMessagesIsTakenOff(String text, String message) throws IOException {

    LogEntry entry = decode("", "LOG:  " + text + "\nLOCATION:  exec_simple_query, x.c:1\n");

    assertThat(entry.message()).isEqualTo(slice(message));
  }

  @Test
  void namesInLatin1AreReadToo() throws IOException {
    LogEntry entry = decode("%u@%d ", "j\u00fcrgen@gr\u00f6\u00dfe LOG:  x\n".getBytes(ISO_8859_1));

    assertThat(entry.origin().user()).isEqualTo("jürgen");
    assertThat(entry.origin().database()).isEqualTo("größe");
  }

  private static LogEntry decode(String format, String log) throws IOException {
    return decode(format, log.getBytes(UTF_8));
  }

  private static LogEntry decode(String format, byte[] log) throws IOException {
    StderrDecoder decoder = new StderrDecoder(new TimeDecoder(Optional.empty()));
    List<LogEntry> entries = new ArrayList<>();
    FrameListener listener =
        new FrameListener() {
          @Override
          public void frame(Frame frame) {
            if (frame instanceof StderrFrame stderr) {
              entries.add(decoder.decode(stderr));
            }
          }

          @Override
          public void skip(Skip skip) {
            throw new AssertionError(skip);
          }
        };
    LineReader lines = new LineReader(new ByteArrayInputStream(log), 1 << 20);
    new StderrFramer(
            lines,
            0,
            StderrStyle.of(LogLinePrefix.parse(format)),
            Languages.english(),
            "postgresql.log",
            1 << 20,
            listener)
        .read(false, Long.MAX_VALUE);
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }

  private static Slice slice(String text) {
    return Slice.of(text.getBytes(UTF_8));
  }
}
