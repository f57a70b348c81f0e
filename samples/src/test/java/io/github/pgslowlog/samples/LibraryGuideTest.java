package io.github.pgslowlog.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.report.saved.SavedReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the library guide do what it says. */
class LibraryGuideTest {
  private static final Path LOG = Path.of("shop/postgresql.log");

  @TempDir Path folder;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void topPatterns() {
    TopPatterns.print(out, LOG);

    assertThat(printed())
        .startsWith("understood: 100 %", "192 ms in [orders]", "  p95 55341 us")
        .hasSize(10);
  }

  @Test
  void listenerTellsOfDamageAndProgress() throws IOException {
    Path damaged = folder.resolve("damaged.log");
    Files.writeString(damaged, "torn off\n" + Files.readString(LOG));

    Analysis analysis = WatchReading.watch(out, damaged);

    assertThat(analysis.queries()).hasSize(67);
    assertThat(printed())
        .contains(damaged + ":1: no prefix", damaged + ": " + Files.size(damaged) + " bytes");
  }

  @Test
  void filter() {
    OneDatabase.print(out, LOG);

    assertThat(printed()).containsExactly("7 patterns");
  }

  @Test
  void adviceThatThePlannerConfirms() {
    ConfirmedAdvice.print(out, LOG, Path.of("shop/schema.sql"), Path.of("shop/statistics.sql"));

    List<String> printed = printed();
    assertThat(printed.get(0)).startsWith("! shop/schema.sql: planner settings of the server");
    assertThat(printed.get(1)).startsWith("CREATE INDEX CONCURRENTLY ");
    assertThat(printed.get(2)).matches("-- cost [1-9][0-9.]* -> [1-9][0-9.]*");
    assertThat(printed).filteredOn(line -> line.startsWith("CREATE INDEX")).hasSize(3);
  }

  @Test
  void reportsInTheFormatOfTheirNames() throws IOException {
    Path json = folder.resolve("report.json");
    Path markdown = folder.resolve("report.md");

    WriteReports.main(LOG.toString(), json.toString(), markdown.toString());

    assertThat(Files.readString(markdown)).startsWith("# Slow queries\n");
    try (Reader saved = Files.newBufferedReader(json)) {
      assertThat(SavedReport.read(saved, "report.json").queries()).hasSize(67);
    }
  }

  @Test
  void savedReportsAddUp() throws IOException {
    StringWriter sum = new StringWriter();

    MergeReports.merge(sum, "shop/report.json", "shop-rds/report.json");

    assertThat(sum.toString()).contains("704 executions, 6.22 s, 67 patterns");
  }

  private List<String> printed() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
