package io.github.pgslowlog.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.LineReader;
import io.github.pgslowlog.bytes.Lines;
import io.github.pgslowlog.diagnostics.Skip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged headers of all kinds, in any order, end in lines or skips and never in a failure. */
class GarbageTest {
  private static final String[] SEEDS = {
    "Nov 21 00:10:24 vm postgres[5]: [8-2] #011x#012y",
    "2026 Nov 21 00:10:24.1 postgres[5]: [9] LOG:  x",
    "451 <134>1 2026-11-21T00:10:24Z vm app postgres.1 - [A b=\"c\\\"\"] \u00ef\u00bb\u00bf[8-1]  x",
    "Sat 2026-11-21 00:11:00 UTC vm postgres[4242]: x",
    "[12345.678901] vm postgres[1]: x",
    "2026-11-21T00:11:00.000700123Z stderr P x",
    "2026-11-21T00:11:00+01:00 stdout F x",
    "\u001b[33mdb-1  |\u001b[0m x",
    "[pod/shop-0/postgres] x",
    "__REALTIME_TIMESTAMP=1795219824649451\nSYSLOG_IDENTIFIER=postgres",
    "MESSAGE\n\u0005\0\0\0\0\0\0\0hello\n",
    "[14-1] [1592908][client backend] x"
  };

  static Stream<Wrapper> wrappers() {
    return LineWrappers.all(Peeled.OPTIONS).stream();
  }

  @ParameterizedTest
  @MethodSource("wrappers")
  void damagedLinesNeverFail(Wrapper wrapper) throws IOException {
    byte[] log = damagedLog(new Random(11));
    List<Skip> skips = new ArrayList<>();
    LineReader reader = new LineReader(new ByteArrayInputStream(log), Peeled.MAX_LINE_BYTES);
    Lines lines = wrapper.peel(reader, "server.log", skips::add);

    int count = 0;
    while (lines.next()) {
      count++;
      assertThat(lines.start()).isBetween(0, lines.end());
      assertThat(lines.end()).isLessThanOrEqualTo(lines.buffer().length);
      lines.headerMicros();
      wrapper.matches(lines.buffer(), lines.start(), lines.end());
    }

    assertThat(count + skips.size()).isPositive();
    assertThat(lines.next()).isFalse();
  }

  private static byte[] damagedLog(Random random) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    for (int i = 0; i < 20_000; i++) {
      String seed = SEEDS[random.nextInt(SEEDS.length)];
      byte[] line = seed.getBytes(StandardCharsets.ISO_8859_1);
      int length = random.nextInt(4) == 0 ? random.nextInt(line.length + 1) : line.length;
      for (int damage = random.nextInt(3); damage > 0; damage--) {
        line[random.nextInt(line.length)] = (byte) random.nextInt(256);
      }
      log.write(line, 0, length);
      log.write('\n');
    }
    return log.toByteArray();
  }
}
