package io.github.pgslowlog.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipMembersInputStreamTest {
  private static final int HEADER_BYTES = 10;

  /** What could be read, and what stopped it. */
  private record Outcome(String text, @Nullable IOException failure) {}

  @Test
  void membersAreReadOneAfterTheOther() throws IOException {
    byte[] stream = join(gzip("first\n"), gzip("second\n"), gzip("third\n"));

    assertThat(read(stream)).isEqualTo(new Outcome("first\nsecond\nthird\n", null));
  }

  @Test
  void memberBehindAPauseOfThePipeIsRead() throws IOException {
    InputStream pipe =
        new ByteAtATime(new ByteArrayInputStream(join(gzip("first\n"), gzip("second\n"))));

    assertThat(read(pipe)).isEqualTo(new Outcome("first\nsecond\n", null));
  }

  @Test
  void emptyMembersAreNoEnd() throws IOException {
    byte[] stream = join(gzip(""), gzip("first\n"), gzip(""), gzip(""), gzip("second\n"), gzip(""));

    assertThat(read(stream)).isEqualTo(new Outcome("first\nsecond\n", null));
  }

  @Test
  void zeroPaddingIsNoDamage() throws IOException {
    byte[] stream = join(gzip("first\n"), new byte[512], gzip("second\n"), new byte[3]);

    assertThat(read(stream)).isEqualTo(new Outcome("first\nsecond\n", null));
  }

  @Test
  void optionalHeaderFieldsAreSkipped() throws IOException {
    byte[] plain = gzip("first\n");
    byte[] header = Arrays.copyOf(plain, HEADER_BYTES);
    header[3] = 2 | 4 | 8 | 16;
    byte[] extra = {3, 0, 'a', 'b', 'c'};
    byte[] nameAndComment = "postgresql.log\0a comment\0".getBytes(UTF_8);
    byte[] headerChecksum = {1, 2};
    byte[] body = Arrays.copyOfRange(plain, HEADER_BYTES, plain.length);

    byte[] stream = join(header, extra, nameAndComment, headerChecksum, body);

    assertThat(read(stream)).isEqualTo(new Outcome("first\n", null));
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {1, 65_535, 65_536, 65_537, 300_000})
  void memberMayEndAnywhereInABlock(int length) throws IOException {
    String incompressible = randomText(length);

    Outcome outcome = read(join(gzip(incompressible), gzip("last\n")));

    assertThat(outcome.failure()).isNull();
    assertThat(outcome.text()).isEqualTo(incompressible + "last\n");
  }

  @Test
  void trailingJunkIsDamageBehindAllGoodBytes() throws IOException {
    byte[] good = join(gzip("first\n"), gzip("second\n"));

    Outcome outcome = read(join(good, "junk".getBytes(UTF_8)));

    assertThat(outcome.text()).isEqualTo("first\nsecond\n");
    assertThat(outcome.failure())
        .isInstanceOf(DamagedStreamException.class)
        .hasMessage(
            "gzip stream damaged at byte "
                + (good.length + 1)
                + ": bytes behind the last member are not gzip");
  }

  @Test
  void streamCutAnywhereGivesWhatStandsBeforeTheCut() throws IOException {
    String text = randomText(400);
    byte[] whole = gzip(text);

    for (int cut = 1; cut < whole.length; cut++) {
      Outcome outcome = read(Arrays.copyOf(whole, cut));

      assertThat(text).as("cut at %d", cut).startsWith(outcome.text());
      assertThat(outcome.failure())
          .as("cut at %d", cut)
          .isInstanceOf(DamagedStreamException.class)
          .hasMessage("gzip stream damaged at byte " + cut + ": it ends in the middle of a member");
    }
  }

  @Test
  void onlyTheTrailerIsMissingBehindAllData() throws IOException {
    byte[] whole = gzip("first\n");

    assertThat(read(Arrays.copyOf(whole, whole.length - 8)).text()).isEqualTo("first\n");
  }

  @ParameterizedTest(name = "byte {0} before the end")
  @ValueSource(ints = {1, 4, 5, 8})
  void wrongChecksumOrLengthIsDamageBehindTheData(int fromEnd) throws IOException {
    byte[] stream = gzip("first\n");
    stream[stream.length - fromEnd] ^= 1;

    Outcome outcome = read(stream);

    assertThat(outcome.text()).isEqualTo("first\n");
    assertThat(outcome.failure())
        .isInstanceOf(DamagedStreamException.class)
        .hasMessage(
            "gzip stream damaged at byte " + stream.length + ": its checksum does not match");
  }

  @Test
  void damagedDataIsTold() throws IOException {
    byte[] stream = gzip("first\n");
    // A deflate block of the reserved type.
    stream[HEADER_BYTES] = 7;

    assertThat(read(stream).failure())
        .isInstanceOf(DamagedStreamException.class)
        .hasMessageContaining("the compressed data is not valid");
  }

  @Test
  void unknownMethodIsTold() throws IOException {
    byte[] stream = gzip("first\n");
    stream[2] = 7;

    assertThat(read(stream).failure())
        .isInstanceOf(DamagedStreamException.class)
        .hasMessage("gzip stream damaged at byte 3: the compression method is unknown");
  }

  @Test
  void damageIsToldAtEveryFurtherRead() throws IOException {
    InputStream in =
        new GzipMembersInputStream(
            new ByteArrayInputStream(join(gzip("first\n"), "junk".getBytes(UTF_8))));
    assertThat(in.readNBytes(6)).asString(UTF_8).isEqualTo("first\n");

    assertThatThrownBy(in::read).isInstanceOf(DamagedStreamException.class);
    assertThatThrownBy(in::read).isInstanceOf(DamagedStreamException.class);
  }

  @Test
  void singleBytesReadTheSame() throws IOException {
    try (InputStream in = new GzipMembersInputStream(new ByteArrayInputStream(gzip("\u00ff")))) {
      assertThat(in.read()).isEqualTo(0xC3);
      assertThat(in.read()).isEqualTo(0xBF);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  private static Outcome read(byte[] stream) throws IOException {
    return read(new ByteArrayInputStream(stream));
  }

  private static Outcome read(InputStream stream) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (InputStream in = new GzipMembersInputStream(stream)) {
      byte[] block = new byte[7];
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        text.write(block, 0, count);
      }
    } catch (DamagedStreamException damage) {
      return new Outcome(text.toString(UTF_8), damage);
    }
    return new Outcome(text.toString(UTF_8), null);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String randomText(int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) (' ' + random.nextInt(95)));
    }
    return text.toString();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  /** Gives one byte at a time and never promises more, as a slow pipe does. */
  private static final class ByteAtATime extends FilterInputStream {
    ByteAtATime(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return super.read(target, offset, Math.min(1, length));
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
