package io.github.pgslowlog.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgslowlog.bytes.Slice;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompressionTest {
  static Stream<Arguments> heads() {
    return Stream.of(
        arguments("1f8b08000000", Compression.GZIP),
        arguments("1f8b", Compression.GZIP),
        arguments("425a68393141", Compression.BZIP2),
        arguments("fd377a585a00", Compression.XZ),
        arguments("28b52ffd0458", Compression.ZSTD),
        arguments("04224d186440", Compression.LZ4),
        arguments("504b03041400", Compression.ZIP),
        arguments("323032362d31", Compression.NONE),
        arguments("1f", Compression.NONE),
        arguments("fd377a585a", Compression.NONE),
        arguments("", Compression.NONE));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("heads")
  void firstBytesTellTheCompression(String head, Compression expected) {
    assertThat(Compression.of(Slice.of(HexFormat.of().parseHex(head)))).isEqualTo(expected);
  }
}
