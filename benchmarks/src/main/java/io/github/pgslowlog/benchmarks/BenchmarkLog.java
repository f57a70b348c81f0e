package io.github.pgslowlog.benchmarks;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.LogListener;
import io.github.pgslowlog.benchmarks.generator.Format;
import io.github.pgslowlog.benchmarks.generator.GeneratorOptions;
import io.github.pgslowlog.benchmarks.generator.LogGenerator;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.source.LogSource;
import io.github.pgslowlog.statement.LoggedStatement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The log that is measured on: about 4 MB as text, 300 patterns, the same every time. */
final class BenchmarkLog {
  static final String NAME = "postgresql.log";
  static final String PREFIX = "%m [%p] %q%u@%d/%a ";
  static final int MAX_ENTRY_BYTES = 10 << 20;
  static final int MEGABYTES = 4;
  static final long BYTES = MEGABYTES * 1_000_000L;

  private static final int PATTERNS = 300;

  private BenchmarkLog() {}

  static byte[] of(Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LogGenerator.write(new GeneratorOptions(BYTES, format, 1, PATTERNS, "-"), out);
    return out.toByteArray();
  }

  /** What the whole program makes of the log. */
  static Analysis analysis() throws IOException {
    return analysis(new LogListener() {});
  }

  /** The statements of the log, in its order. */
  static List<LoggedStatement> statements() throws IOException {
    List<LoggedStatement> statements = new ArrayList<>();
    analysis(
        new LogListener() {
          @Override
          public void statement(LoggedStatement statement) {
            statements.add(statement);
          }
        });
    return statements;
  }

  /** 4 MB of the texts of the statements, in the order of the log. */
  static List<Slice> sql() throws IOException {
    List<Slice> texts =
        statements().stream()
            .map(LoggedStatement::sql)
            .filter(Objects::nonNull)
            .map(text -> Slice.of(Arrays.copyOfRange(text.array(), text.from(), text.to())))
            .toList();
    List<Slice> read = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; bytes < BYTES; i++) {
      read.add(texts.get(i % texts.size()));
      bytes += read.get(i).length();
    }
    return read;
  }

  private static Analysis analysis(LogListener listener) throws IOException {
    byte[] log = of(Format.STDERR);
    LogSource source =
        new LogSource() {
          @Override
          public String name() {
            return NAME;
          }

          @Override
          public InputStream open() {
            return new ByteArrayInputStream(log);
          }
        };
    return LogAnalyzer.builder().source(source).listener(listener).build().analyze();
  }
}
