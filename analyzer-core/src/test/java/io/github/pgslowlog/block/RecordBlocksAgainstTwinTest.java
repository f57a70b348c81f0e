package io.github.pgslowlog.block;

import static io.github.pgslowlog.block.RecordFormat.MAX_BYTES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.block.RecordFormat.Result;
import io.github.pgslowlog.decode.LogEntry;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Blocks of csvlog and jsonlog hold what the slow path reads, wherever they are cut. */
class RecordBlocksAgainstTwinTest {
  private static final int SEEDS = 120;
  private static final int[] BLOCK_BYTES = {1, 200, 1000, 5000};
  private static final String DAMAGE = "\0\"\n,x\r\t7{}\\u[:éLOG-";
  private static final String[] PIECES = {
    "\r\n",
    "\n",
    "\n\n",
    "\0\0\0",
    "\"\"",
    "\n\0\n",
    "\\\"",
    ",null",
    "\"},\n",
    "\nlog_time,user_name\n",
    "\n2026-11-20 09:00:03.941 UTC [41] LOG:  out of the log\n",
    "\n2026-11-20 09:00:03.941 UTC,\"a\",\"b\",41,\"[local]\",6b00e090.29,1,\"SELECT\",",
    "\n" + RecordFixture.of("duration: 7.000 ms").csv(),
    "\n" + RecordFixture.of("duration: 7.000 ms").json(),
    ",\"user\":\"twice\"",
    ",\"query\":\"SELECT 1\"",
    "\"user\":[1,{\"a\":2}],",
  };

  @ParameterizedTest
  @EnumSource(RecordFormat.class)
  void logsOfServersAreReadToTheirEnd(RecordFormat format) {
    for (int seed = 0; seed < SEEDS; seed++) {
      byte[] log = log(format, new Random(seed));

      Result fast = format.fast(log, MAX_BYTES);

      assertThat(fast.events())
          .as("seed %d", seed)
          .isEqualTo(format.slow(log, 0, 0, MAX_BYTES))
          .isNotEmpty();
      assertThat(fast.end()).as("seed %d", seed).isEqualTo(log.length);
      assertThat(fast.lines())
          .isEqualTo(new String(log, UTF_8).chars().filter(c -> c == '\n').count());
    }
  }

  @ParameterizedTest
  @EnumSource(RecordFormat.class)
  void blocksOfAnySizeMakeTheSameRecords(RecordFormat format) {
    for (int seed = 0; seed < SEEDS; seed++) {
      byte[] log = log(format, new Random(seed));
      Result whole = format.fast(log, MAX_BYTES);

      for (int bytes : BLOCK_BYTES) {
        assertThat(format.fast(log, bytes, MAX_BYTES))
            .as("seed %d, blocks of %d bytes", seed, bytes)
            .isEqualTo(whole);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(RecordFormat.class)
  void slowPathGoesOnWhereDamageStopsTheFastOne(RecordFormat format) {
    int stopped = 0;
    for (int seed = 0; seed < 3 * SEEDS; seed++) {
      Random random = new Random(seed);
      byte[] log = damaged(log(format, random), random);
      List<Object> slow = format.slow(log, 0, 0, MAX_BYTES);

      for (int bytes : new int[] {log.length, 600}) {
        Result fast = format.fast(log, bytes, MAX_BYTES);

        List<Object> together = new ArrayList<>(fast.events());
        together.addAll(format.slow(log, fast.end(), fast.lines(), MAX_BYTES));
        assertThat(together).as("seed %d, blocks of %d bytes", seed, bytes).isEqualTo(slow);
        stopped += fast.end() > 0 && fast.end() < log.length ? 1 : 0;
      }
    }
    assertThat(stopped).isGreaterThan(SEEDS);
  }

  @ParameterizedTest
  @EnumSource(RecordFormat.class)
  void logCutAnywhereIsReadUpToItsLastWholeRecord(RecordFormat format) {
    for (int seed = 0; seed < 3; seed++) {
      byte[] log = log(format, new Random(seed));
      List<Object> slow = format.slow(log, 0, 0, MAX_BYTES);

      for (int length = seed; length < log.length; length += 3) {
        int cut = length;
        Result fast = format.fast(Arrays.copyOf(log, length), MAX_BYTES);

        List<Object> whole = slow.stream().filter(event -> offset(event) < fast.end()).toList();
        assertThat(fast.events()).as("seed %d, %d bytes", seed, cut).isEqualTo(whole);
        assertThat(fast.end()).isLessThanOrEqualTo(length);
        assertThat(slow.stream().mapToLong(RecordBlocksAgainstTwinTest::offset))
            .contains((long) fast.end());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(RecordFormat.class)
  void messageStartsAtEachPlaceToCut(RecordFormat format) {
    for (int seed = 0; seed < SEEDS; seed++) {
      byte[] log = log(format, new Random(seed));
      List<Long> starts =
          format.slow(log, 0, 0, MAX_BYTES).stream()
              .map(RecordBlocksAgainstTwinTest::offset)
              .toList();

      for (int to = 0; to <= log.length; to += 7) {
        int start = format.blocks(MAX_BYTES).lastStart(log, 0, to);
        assertThat(start).isNotZero().isLessThan(to);
        if (start > 0) {
          assertThat(starts).as("seed %d, %d bytes", seed, to).contains((long) start);
        }
      }
    }
  }

  private static long offset(Object event) {
    return event instanceof LogEntry entry ? entry.location().offset() : -1;
  }

  private static byte[] log(RecordFormat format, Random random) {
    StringBuilder log = new StringBuilder();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      log.append(format.line(RecordFixture.random(random), random));
    }
    return log.toString().getBytes(UTF_8);
  }

  /** Bytes dropped, doubled or written over; the first record stays in most cases. */
  private static byte[] damaged(byte[] log, Random random) {
    byte[] damaged = log;
    for (int i = 1 + random.nextInt(3); i > 0 && damaged.length > 0; i--) {
      int at = random.nextInt(damaged.length);
      int length =
          Math.min(damaged.length - at, 1 + random.nextInt(random.nextInt(9) == 0 ? 400 : 3));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(damaged, 0, at);
      switch (random.nextInt(5)) {
        case 0 -> out.write(DAMAGE.charAt(random.nextInt(DAMAGE.length())));
        case 1 -> out.write(damaged, at, length);
        case 2 -> {}
        case 3 -> out.write('"');
        default -> out.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
      }
      int behind = random.nextBoolean() ? at : at + length;
      out.write(damaged, behind, damaged.length - behind);
      damaged = out.toByteArray();
    }
    return damaged;
  }
}
