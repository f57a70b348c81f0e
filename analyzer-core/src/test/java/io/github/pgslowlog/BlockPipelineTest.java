package io.github.pgslowlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.block.BlockFormat;
import io.github.pgslowlog.block.BlockReader;
import io.github.pgslowlog.block.BlockRecords;
import io.github.pgslowlog.decode.TimeDecoder;
import io.github.pgslowlog.fingerprint.KnownStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks come back in order, and failures of the threads that read them come out. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BlockPipelineTest {
  private final List<Long> committed = new ArrayList<>();

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 5})
  void blocksAreCommittedInOrderWithWhatIsDoneBetween(int jobs) {
    Log log = new Log(false, false);
    try (BlockPipeline pipeline = new BlockPipeline(jobs)) {
      for (long i = 0; i < 50; i++) {
        long number = 2 * i;
        pipeline.submit(pipeline.block().fill(log, number, 0));
        pipeline.then(() -> committed.add(number + 1));
      }
      pipeline.finish();
    }

    assertThat(committed).hasSize(100).isSorted();
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 5})
  void failureToReadComesOut(int jobs) {
    assertFails(jobs, new Log(false, true), "cannot read");
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 5})
  void failureToMakeAReaderComesOut(int jobs) {
    assertFails(jobs, new Log(true, false), "no reader");
  }

  private void assertFails(int jobs, Log log, String message) {
    try (BlockPipeline pipeline = new BlockPipeline(jobs)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 20; i++) {
                  pipeline.submit(pipeline.block().fill(log, i, 0));
                }
                pipeline.finish();
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(message);
    }
  }

  /** A log whose blocks are known by their offsets. */
  private final class Log implements Block.Owner, BlockFormat, BlockReader {
    private final boolean withoutReader;
    private final boolean unreadable;

    Log(boolean withoutReader, boolean unreadable) {
      this.withoutReader = withoutReader;
      this.unreadable = unreadable;
    }

    @Override
    public BlockFormat format() {
      return this;
    }

    @Override
    public void commit(Block block) {
      block.check();
      committed.add(block.offset());
    }

    @Override
    public int firstStart(byte[] bytes, int from, int to) {
      return from;
    }

    @Override
    public int lastStart(byte[] bytes, int from, int to) {
      return -1;
    }

    @Override
    public BlockReader reader(KnownStatements statements) {
      if (withoutReader) {
        throw new IllegalStateException("no reader");
      }
      return this;
    }

    @Override
    public int read(byte[] bytes, int from, int to, long offset, BlockRecords out) {
      if (unreadable) {
        throw new IllegalStateException("cannot read");
      }
      return to;
    }

    @Override
    public TimeDecoder times() {
      return new TimeDecoder(Optional.empty());
    }
  }
}
