package io.github.pgslowlog.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Same bytes from any cut: units of work give the messages of the whole log, each exactly once. */
class UnitLawTest {
  private static final String PREFIX = "%m [%p] ";

  private static final String LOG =
      """
      \tSELECT of a message that the rotated file before holds
      2026-11-20 09:00:03.940 UTC [41] STATEMENT:  SELECT 1
      no prefix
      2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 1.000 ms  execute S_1/C_2: SELECT
      \t'
      \t2026-11-20 09:00:03.941 UTC [41] LOG:  duration: 88888.000 ms  statement: x
      \t'
      \t
      2026-11-20 09:00:03.941 UTC [41] DETAIL:  Parameters: $1 = 'Größe
      \tnext line'
      2026-11-20 09:00:03.942 UTC [42] DETAIL:  of another process
      \tmore

      Nov 20 09:00:03 LOG:  duration: 17.000 ms  statement: SELECT 2
      \tlost
      2026-11-20 09:00:03.943 UTC [43] ERROR:  canceling statement due to user request\r
      2026-11-20 09:00:03.943 UTC [43] STATEMENT:  SELECT pg_sleep(1)
      2026-11-20 09:00:03.944 UTC [44] LOG:  duration: 0.001 ms
      2026-11-20 09:00:03.945 UTC [44] LOG:  duration: 0.002 ms  statement:\s
      """;

  static Stream<Arguments> logs() {
    return Stream.of(
        arguments("whole lines", LOG, FrameRecorder.NO_BOUND),
        arguments("no final line feed", LOG.strip(), FrameRecorder.NO_BOUND),
        arguments("NUL bytes", LOG.replace("no prefix", "\0\0\0"), FrameRecorder.NO_BOUND),
        arguments("entries over the bound", LOG, 100),
        arguments("lines over the bound", LOG, 60),
        arguments("no message at all", "no prefix\n\tnor here\n", FrameRecorder.NO_BOUND),
        arguments("only a continuation", "\ta\n\tb\n\n", FrameRecorder.NO_BOUND));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void twoUnitsGiveTheWholeAtEveryCut(String name, String log, int maxEntryBytes) {
    byte[] bytes = log.getBytes(UTF_8);
    FrameRecorder whole = FrameRecorder.read(PREFIX, log, maxEntryBytes);

    for (int cut = 1; cut <= bytes.length; cut++) {
      FrameRecorder units = new FrameRecorder();
      units.readUnit(PREFIX, bytes, maxEntryBytes, 0, cut);
      units.readUnit(PREFIX, bytes, maxEntryBytes, cut, Long.MAX_VALUE);

      assertThat(units.framesByOffset())
          .as("%s cut at %d", name, cut)
          .isEqualTo(whole.framesByOffset());
      assertThat(units.skipsByOffset())
          .as("%s cut at %d", name, cut)
          .isEqualTo(whole.skipsByOffset());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logs")
  void manyUnitsGiveTheWhole(String name, String log, int maxEntryBytes) {
    byte[] bytes = log.getBytes(UTF_8);
    FrameRecorder whole = FrameRecorder.read(PREFIX, log, maxEntryBytes);

    for (long seed = 0; seed < 200; seed++) {
      int[] cuts =
          new Random(seed).ints(1 + seed % 50, 1, bytes.length + 1).sorted().distinct().toArray();
      FrameRecorder units = new FrameRecorder();
      int from = 0;
      for (int cut : cuts) {
        units.readUnit(PREFIX, bytes, maxEntryBytes, from, cut);
        from = cut;
      }
      units.readUnit(PREFIX, bytes, maxEntryBytes, from, Long.MAX_VALUE);

      assertThat(units.framesByOffset())
          .as("%s seed %d", name, seed)
          .isEqualTo(whole.framesByOffset());
      assertThat(units.skipsByOffset())
          .as("%s seed %d", name, seed)
          .isEqualTo(whole.skipsByOffset());
    }
  }
}
