package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a listener learns of how far a run is. */
class ReadingProgressTest {
  private static final byte[] LOG = new BusyLog(3, 6000).stderr().getBytes(UTF_8);

  @ParameterizedTest
  @CsvSource({"false, 1", "false, 2", "true, 1"})
  void logsAreToldFirstAndThenBytesEntriesAndPatterns(boolean statements, int jobs) {
    Seen seen = new Seen(statements);

    Analysis analysis =
        LogAnalyzer.builder()
            .source(new StreamSource("busy.log", new ByteArrayInputStream(LOG)))
            .blockBytes(50_000)
            .jobs(jobs)
            .listener(seen)
            .build()
            .analyze();

    long entries = analysis.workload().byKind().stream().mapToLong(kind -> kind.count()).sum();
    assertThat(seen.logs).containsExactly("busy.log");
    assertThat(seen.bytes).isNotEmpty().isSorted().allMatch(bytes -> bytes <= LOG.length);
    assertThat(seen.entries).hasSameSizeAs(seen.bytes).isSorted();
    assertThat(seen.entries.get(seen.entries.size() - 1)).isBetween(entries / 2, entries);
    assertThat(seen.patterns).isSorted().allMatch(n -> n <= analysis.queries().size());
  }

  /** Remembers what it was told. */
  private static final class Seen implements LogListener {
    private final List<String> logs = new ArrayList<>();
    private final List<Long> bytes = new ArrayList<>();
    private final List<Long> entries = new ArrayList<>();
    private final List<Integer> patterns = new ArrayList<>();
    private final boolean statements;

    Seen(boolean statements) {
      this.statements = statements;
    }

    @Override
    public boolean watchesStatements() {
      return statements;
    }

    @Override
    public void logs(List<LogSource> all) {
      assertThat(bytes).isEmpty();
      all.forEach(log -> logs.add(log.name()));
    }

    @Override
    public void progress(String path, long read) {
      bytes.add(read);
    }

    @Override
    public void counted(long newEntries, int newPatterns) {
      entries.add(newEntries);
      patterns.add(newPatterns);
    }
  }
}
