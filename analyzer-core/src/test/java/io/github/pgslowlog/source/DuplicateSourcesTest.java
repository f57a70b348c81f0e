package io.github.pgslowlog.source;

import static io.github.pgslowlog.source.Packed.bytes;
import static io.github.pgslowlog.source.Packed.pack;
import static io.github.pgslowlog.source.Packed.randomText;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateSourcesTest {
  private final List<Problem> notices = new ArrayList<>();

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {1, 63, 64, 65, 65_535, 65_536, 65_537, 200_000})
  void copyIsReadOnce(int length) throws IOException {
    byte[] log = bytes(randomText(length));

    assertThat(kept(log("a.log.gz", pack(Compression.GZIP, log)), log("a.log", log)))
        .containsExactly("a.log");
    assertThat(notices)
        .containsExactly(Problem.notice("a.log.gz holds the same log as a.log; read once"));
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {64, 65, 65_535, 65_536, 65_537, 131_072, 199_999})
  void earlyCopyOfAGrowingLogIsLeftOut(int length) {
    byte[] whole = bytes(randomText(200_000));
    byte[] early = Arrays.copyOf(whole, length);

    assertThat(kept(log("a", early), log("a.log.now", whole))).containsExactly("a.log.now");
    assertThat(kept(log("a.log.now", whole), log("a", early))).containsExactly("a.log.now");
    assertThat(notices)
        .containsOnly(Problem.notice("a holds only the beginning of a.log.now; read once"))
        .hasSize(2);
  }

  @ParameterizedTest(name = "at byte {0}")
  @ValueSource(ints = {0, 63, 64, 65_535, 65_536, 199_999})
  void logsThatDifferInAByteAreBothRead(int at) {
    byte[] first = bytes(randomText(200_000));
    byte[] second = first.clone();
    second[at] ^= 1;

    assertThat(kept(log("a", first), log("b", second))).containsExactly("a", "b");
    assertThat(notices).isEmpty();
  }

  @Test
  void longestOfManyCopiesIsRead() {
    byte[] whole = bytes(randomText(1000));

    assertThat(
            kept(
                log("1", Arrays.copyOf(whole, 500)),
                log("other", bytes(randomText(900))),
                log("2", Arrays.copyOf(whole, 700)),
                log("3", whole),
                log("4", Arrays.copyOf(whole, 600)),
                log("5", whole)))
        .containsExactly("other", "3");
    assertThat(notices).hasSize(4);
  }

  @Test
  void damagedCopyIsLeftOut() throws IOException {
    byte[] log = bytes(randomText(70_000));
    byte[] packed = pack(Compression.GZIP, log);
    LogSource cut = log("a", Arrays.copyOf(packed, packed.length - 8));

    assertThat(kept(cut, log("a.log", log))).containsExactly("a.log");
  }

  @Test
  void emptyLogsAreNoCopies() {
    assertThat(kept(log("a", new byte[0]), log("b", new byte[0]))).containsExactly("a", "b");
  }

  @Test
  void streamIsNeverOpened() {
    byte[] log = bytes("the same\n");

    assertThat(kept(log("a", log), new StreamSource("-", new ByteArrayInputStream(log))))
        .containsExactly("a", "-");
  }

  private List<String> kept(LogSource... sources) {
    List<SourceHead> heads =
        Arrays.stream(sources)
            .map(s -> SourceHead.of(s, Optional.empty(), bytes(start(s))))
            .toList();
    return DuplicateSources.leaveOut(heads, notices::add).stream()
        .map(head -> head.source().name())
        .toList();
  }

  private static String start(LogSource source) {
    return source.reopenable() ? Packed.read(source).text() : "the same\n";
  }

  private static LogSource log(String name, byte[] bytes) {
    return new MemberSource(name, 0, true, () -> new ByteArrayInputStream(bytes));
  }
}
