package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.block.BlockFormat;
import io.github.pgslowlog.block.JsonBlockFormat;
import io.github.pgslowlog.language.Languages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A log is cut where messages start, and a block has a bound. */
class BlockCutterTest {
  private static final BlockFormat FORMAT =
      new JsonBlockFormat("log.json", Languages.all(), Optional.empty(), 1 << 20);
  private static final String MESSAGE = "{\"timestamp\":\"2026-11-20 09:00:00.000 UTC\"}\n";

  private final Block block = new Block();

  private static BlockCutter cutter(String log) {
    return new BlockCutter(
        new ByteArrayInputStream(log.getBytes(UTF_8)), FORMAT, 105, 1000, StopSwitch.never());
  }

  @Test
  void blocksAreCutWhereMessagesStart() throws IOException {
    BlockCutter cutter = cutter(MESSAGE.repeat(7));

    assertThat(cutter.next(block)).isEqualTo(2 * MESSAGE.length());
    assertThat(cutter.next(block)).isEqualTo(2 * MESSAGE.length());
    assertThat(cutter.offset()).isEqualTo(4L * MESSAGE.length());
  }

  @Test
  void longMessageMakesItsBlockLongerUpToTheBound() throws IOException {
    String message = "{\"timestamp\":\"" + "x".repeat(950) + "\"}\n";

    assertThat(cutter(message + MESSAGE.repeat(3)).next(block)).isEqualTo(message.length());
  }

  @Test
  void bytesOfAMessageOverTheBoundAreHandedOverAndNotHeldTwice() throws IOException {
    String message = "{\"timestamp\":\"" + "x".repeat(1000) + "\"}\n";
    BlockCutter cutter = cutter(MESSAGE + message + MESSAGE);
    assertThat(cutter.next(block)).isEqualTo(MESSAGE.length());

    assertThat(cutter.next(block)).isEqualTo(BlockCutter.UNCUT);

    assertThat(block.bytes()).isEmpty();
    assertThat(new String(cutter.takeRest().readAllBytes(), UTF_8))
        .isEqualTo(message.substring(0, 1000));
    assertThat(cutter.takeRest()).isEmpty();
  }
}
