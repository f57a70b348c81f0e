package io.github.pgslowlog.source;

import static io.github.pgslowlog.source.Packed.bytes;
import static io.github.pgslowlog.source.Packed.join;
import static io.github.pgslowlog.source.Packed.pack;
import static io.github.pgslowlog.source.Packed.randomText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.source.Packed.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import org.apache.commons.io.input.BrokenInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CodecInputStreamTest {
  /** A shorter stream shows no format at all. */
  private static final int MAGIC_BYTES = 8;

  private static final byte[] FRAME_TO_SKIP = HexFormat.of().parseHex("502a4d180400000061626364");

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "BZIP2", "XZ", "ZSTD", "LZ4"})
  void streamsAreReadOneAfterTheOther(Compression compression) throws IOException {
    String longText = randomText(200_000);

    Outcome outcome =
        read(join(pack(compression, longText), pack(compression, ""), pack(compression, "last\n")));

    assertThat(outcome.failure()).isNull();
    assertThat(outcome.text()).isEqualTo(longText + "last\n");
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "BZIP2", "XZ", "ZSTD", "LZ4"})
  void streamCutAnywhereIsDamageBehindWhatCouldBeRead(Compression compression) throws IOException {
    String text = randomText(300);
    byte[] whole = pack(compression, text);

    for (int cut = MAGIC_BYTES; cut < whole.length; cut++) {
      Outcome outcome = read(Arrays.copyOf(whole, cut));

      assertThat(text).as("cut at %d", cut).startsWith(outcome.text());
      assertThat(outcome.failure())
          .as("cut at %d", cut)
          .isInstanceOf(DamagedStreamException.class)
          .hasMessageStartingWith(compression.label() + " stream damaged at byte " + cut + ": it ");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "BZIP2", "XZ", "ZSTD", "LZ4"})
  void streamBeforeACutOneIsReadWhole(Compression compression) throws IOException {
    String first = randomText(5000);
    byte[] second = pack(compression, "second\n");

    Outcome outcome = read(join(pack(compression, first), Arrays.copyOf(second, 9)));

    assertThat(outcome.text()).startsWith(first);
    assertThat(outcome.failure()).isInstanceOf(DamagedStreamException.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "BZIP2", "XZ", "ZSTD", "LZ4"})
  void junkBehindTheEndIsDamageBehindAllGoodBytes(Compression compression) throws IOException {
    String text = randomText(5000);

    Outcome outcome = read(join(pack(compression, text), bytes("junk ".repeat(20))));

    assertThat(outcome.text()).isEqualTo(text);
    assertThat(outcome.failure())
        .isInstanceOf(DamagedStreamException.class)
        .hasMessageContaining(compression.label() + " stream damaged at byte ")
        .hasMessageMatching(".*: bytes behind the .* are not " + compression.label());
  }

  @ParameterizedTest
  @EnumSource(names = {"GZIP", "BZIP2", "XZ", "ZSTD", "LZ4"})
  void flippedBitsAreDamageAndNothingElse(Compression compression) throws IOException {
    String text = randomText(3000);
    byte[] whole = pack(compression, text);
    Random random = new Random(7);

    for (int round = 0; round < 300; round++) {
      byte[] flipped = whole.clone();
      int at = 6 + random.nextInt(round < 100 ? 20 : whole.length - 6);
      flipped[at] ^= (byte) (1 << random.nextInt(8));

      Outcome outcome = read(flipped);

      if (outcome.failure() == null) {
        assertThat(outcome.text()).as("byte %d", at).isEqualTo(text);
      } else {
        assertThat(outcome.failure())
            .as("byte %d", at)
            .isInstanceOf(DamagedStreamException.class)
            .hasMessageStartingWith(compression.label() + " stream damaged at byte ");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BZIP2", "XZ", "ZSTD", "LZ4"})
  void damageIsToldAtEveryFurtherRead(Compression compression) throws IOException {
    byte[] stream = join(pack(compression, "first\n"), bytes("junk ".repeat(20)));
    try (InputStream in = Decompression.open(source(stream))) {
      assertThat(in.readNBytes(6)).isEqualTo(bytes("first\n"));

      assertThatThrownBy(in::read).isInstanceOf(DamagedStreamException.class);
      assertThatThrownBy(in::read).isInstanceOf(DamagedStreamException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BZIP2", "XZ", "ZSTD", "LZ4"})
  void failureOfTheStreamBelowIsNoDamage(Compression compression) throws IOException {
    byte[] whole = pack(compression, randomText(3000));
    InputStream half = new ByteArrayInputStream(whole, 0, whole.length / 2);
    InputStream failing = new BrokenInputStream(() -> new IOException("disk on fire"));
    LogSource source = new StreamSource("-", new SequenceInputStream(half, failing));

    assertThat(Packed.read(source).failure())
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("disk on fire");
  }

  @Test
  void blocksOfBzip2BeforeADamagedOneAreReadWhole() throws IOException {
    String text = randomText(250_000);
    byte[] whole = pack(Compression.BZIP2, text);
    whole[whole.length - 1000] ^= 1;

    Outcome outcome = read(whole);

    assertThat(outcome.text()).startsWith(text.substring(0, 190_000));
    assertThat(outcome.failure()).isInstanceOf(DamagedStreamException.class);
  }

  @Test
  void framesToSkipAreSkipped() throws IOException {
    byte[] zstd = pack(Compression.ZSTD, "log\n");
    byte[] lz4 = pack(Compression.LZ4, "log\n");

    assertThat(read(join(FRAME_TO_SKIP, zstd, FRAME_TO_SKIP, zstd, FRAME_TO_SKIP)))
        .isEqualTo(new Outcome("log\nlog\n", null));
    assertThat(read(join(FRAME_TO_SKIP, lz4, FRAME_TO_SKIP, lz4)))
        .isEqualTo(new Outcome("log\nlog\n", null));
  }

  @Test
  void windowAboveTheLimitIsNamedWithARemedy() throws IOException {
    // A frame with a window of 256 MiB, and one raw block: "log\n".
    byte[] stream = HexFormat.of().parseHex("28b52ffd00902100006c6f670a");

    assertThat(read(stream).failure())
        .hasMessageEndingWith(
            "it needs more than 128 MiB of memory to read; decompress it and pipe it in: zstd -dc"
                + " --long=31 FILE | pgslowlog analyze -");
  }

  @Test
  void dependentBlocksOfLz4AreNamedWithARemedy() throws IOException {
    byte[] stream = pack(Compression.LZ4, "log\n");
    stream[4] ^= 0x20;

    assertThat(read(stream).failure())
        .hasMessageEndingWith(
            "it uses a feature that is not read here; decompress it and pipe it in: lz4cat FILE |"
                + " pgslowlog analyze -");
  }

  @Test
  void dictionaryOfXzAboveTheLimitIsNamedWithARemedy() throws IOException {
    // A stream header, and a block header that asks for a dictionary of 1.5 GiB.
    byte[] stream = HexFormat.of().parseHex("fd377a585a000004e6d6b446020021012400000000000000");
    CRC32 checksum = new CRC32();
    checksum.update(stream, 12, 8);
    for (int i = 0; i < 4; i++) {
      stream[20 + i] = (byte) (checksum.getValue() >> 8 * i);
    }

    assertThat(read(join(stream, new byte[100])).failure())
        .hasMessageEndingWith(
            "it needs more than 128 MiB of memory to read; decompress it and pipe it in: xzcat FILE"
                + " | pgslowlog analyze -");
  }

  private static Outcome read(byte[] stream) {
    return Packed.read(source(stream));
  }

  private static LogSource source(byte[] stream) {
    return new StreamSource("postgresql.log", new ByteArrayInputStream(stream));
  }
}
