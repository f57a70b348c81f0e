package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which command lines are plain, and that they do what the library makes of them. */
class PlainCommandLineTest {
  private @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analyze LOG",
        "analyze LOG LOG",
        "analyze -q LOG",
        "analyze LOG --quiet",
        "analyze -t 1 LOG",
        "analyze --top 999999 LOG",
        "analyze -j 2 LOG",
        "analyze --jobs 1 LOG -t 3",
        "analyze -o - LOG",
        "analyze missing.log",
        "analyze LOG missing.log",
        "analyze -",
      })
  void aPlainCommandLineDoesWhatTheLibraryMakesOfIt(String line) throws IOException {
    String[] arguments = arguments(line);

    assertThat(PlainCommandLine.read(streams(new StringWriter()), arguments)).isPresent();
    assertThat(Run.of(PlainCommandLineTest::plainly, arguments))
        .isEqualTo(Run.of(PlainCommandLineTest::byLibrary, arguments));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "analyze",
        "entries LOG",
        "doctor LOG",
        "--version",
        "analyze -q",
        "analyze --help",
        "analyze -v LOG",
        "analyze -qv LOG",
        "analyze -q -q LOG",
        "analyze -q --quiet LOG",
        "analyze --top=3 LOG",
        "analyze -t3 LOG",
        "analyze LOG --top",
        "analyze --top 0 LOG",
        "analyze --top -1 LOG",
        "analyze --top +1 LOG",
        "analyze --top 1x LOG",
        "analyze --top 1000000 LOG",
        "analyze --top 3 -t 3 LOG",
        "analyze --jobs 0 LOG",
        "analyze --jobs ٣ LOG",
        "analyze --jobs 1 -j 1 LOG",
        "analyze -o LOG",
        "analyze -o report.pdf LOG",
        "analyze -o -q LOG",
        "analyze -o - --output - LOG",
        "analyze -p %m LOG",
        "analyze --timezone UTC LOG",
        "analyze --max-patterns 3 LOG",
        "analyze --schema schema.sql LOG",
        "analyze --url jdbc:postgresql:shop LOG",
        "analyze -- LOG",
        "analyze @LOG",
        "analyze \"LOG\"",
        "analyze 'LOG'",
        "ANALYZE LOG",
      })
  void everyOtherIsLeftToTheLibrary(String line) throws IOException {
    assertThat(PlainCommandLine.read(streams(new StringWriter()), arguments(line))).isEmpty();
  }

  private String[] arguments(String line) throws IOException {
    Path log = folder.resolve("a.log");
    Files.writeString(log, Logs.TWO_SELECTS);
    return line.replace("LOG", log.toString()).split(" ", -1);
  }

  private static int plainly(Streams streams, String... arguments) {
    try {
      return PlainCommandLine.read(streams, arguments).orElseThrow().call();
    } catch (Exception failure) {
      return Failure.tell(failure, streams.err());
    }
  }

  private static int byLibrary(Streams streams, String... arguments) {
    return AnyCommandLine.execute(streams, streams.err(), arguments);
  }

  private static Streams streams(StringWriter err) {
    return new Streams(InputStream.nullInputStream(), new StringWriter(), new PrintWriter(err));
  }

  /** A way to run a command line. */
  private interface Way {
    int run(Streams streams, String... arguments) throws IOException;
  }

  /** What a run gave. */
  private record Run(int code, String out, String err) {
    static Run of(Way way, String... arguments) throws IOException {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      int code =
          way.run(new Streams(InputStream.nullInputStream(), out, new PrintWriter(err)), arguments);
      return new Run(code, out.toString(), err.toString());
    }
  }
}
