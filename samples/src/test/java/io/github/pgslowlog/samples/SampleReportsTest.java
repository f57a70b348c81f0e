package io.github.pgslowlog.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report that each sample must give, byte for byte. */
class SampleReportsTest {
  private static final String SHOP = "shop/postgresql.log";

  @ParameterizedTest
  @CsvSource({"shop, postgresql.log", "shop-rds, postgresql.log.gz"})
  void textReportOfTheCommand(String folder, String log) throws IOException {
    String report = run("analyze", "-q", folder + "/" + log);

    new GoldenFile(Path.of(folder, "report.txt")).assertHolds(report);
  }

  @ParameterizedTest
  @CsvSource({"shop, postgresql.log", "shop-rds, postgresql.log.gz"})
  void jsonReportOfTheCommand(String folder, String log, @TempDir Path temporary)
      throws IOException {
    Path output = temporary.resolve("report.json");

    String printed = run("analyze", "-q", folder + "/" + log, "-o", output.toString());

    assertThat(printed).isEmpty();
    new GoldenFile(Path.of(folder, "report.json")).assertHolds(Files.readString(output));
  }

  /** Plans and costs are those of PostgreSQL 18, whatever the machine. */
  @Test
  void adviceThatThePlannerConfirms(@TempDir Path temporary) throws IOException {
    Path sql = temporary.resolve("advice.sql");

    String report =
        run(
            "analyze",
            "-q",
            SHOP,
            "--schema",
            "shop/schema.sql",
            "--stats",
            "shop/statistics.sql",
            "--storage-budget",
            "20MB",
            "-o",
            "-",
            "-o",
            sql.toString());

    new GoldenFile(Path.of("shop/advice.txt")).assertHolds(report);
    new GoldenFile(Path.of("shop/advice.sql")).assertHolds(Files.readString(sql));
  }

  @Test
  void topCandidatesOfTheLibrary() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    TopCandidates.print(new PrintStream(out, true, StandardCharsets.UTF_8), SHOP);

    new GoldenFile(Path.of("shop/top-candidates.txt"))
        .assertHolds(out.toString(StandardCharsets.UTF_8));
  }

  private static String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            arguments);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(code).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
