package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Murmur3Test {
  /** MurmurHash3_x64_128 with seed 0: no tail, tails of 1 to 15 bytes, bytes from 128 on. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',                                          00000000000000000000000000000000
          a,                                           85555565f6597889e6b53a48510e895a
          hello,                                       cbd8a7b341bd9b025b1e906a48ae1d19
          abcdefg,                                     a6cd2f9fc09ee4991c3aa23ab155bbb6
          abcdefgh,                                    cc8a0ab037ef8c0248890d60eb6940a1
          abcdefghi,                                   0547c0cff13c796479b53df5b741e033
          abcdefghijklmno,                             8abe2451890c2ffb6a548c2d9c962a61
          abcdefghijklmnop,                            c4ca3ca3224cb7234333d695b331eb1a
          abcdefghijklmnopq,                           7564747f88bda657ecda499da1110de4
          abcdefghijklmnopqrstuvwx,                    6494960fd4de2cf7790fcfa35321f208
          abcdefghijklmnopqrstuvwxyzABCDEF,            914a06a1fe095f15e1fdf2549f3a857b
          The quick brown fox jumps over the lazy dog, e34bbc7bbc071b6c7a433ca9c49a9347
          \u00ff\u0080\u00fe,                          0a30e29d51380c07fd87a2e0e61ba27a
          """)
  void givesTheReferenceHash(String text, String hash) {
    byte[] bytes = text.getBytes(ISO_8859_1);

    assertThat(Murmur3.hash(bytes, bytes.length)).hasToString(hash);
  }

  @Test
  void readsNothingBeyondTheLength() {
    byte[] bytes = "hello".getBytes(ISO_8859_1);
    byte[] longer = Arrays.copyOf(bytes, 40);
    Arrays.fill(longer, 5, 40, (byte) 'x');

    assertThat(Murmur3.hash(longer, 5)).isEqualTo(Murmur3.hash(bytes, 5));
  }

  @Test
  void fingerprintsSortAsTheyAreWritten() {
    Fingerprint low = new Fingerprint(1, -1);
    Fingerprint high = new Fingerprint(-1, 1);

    assertThat(low).isLessThan(high).isGreaterThan(new Fingerprint(1, 0));
    assertThat(low.toString())
        .isEqualTo("0000000000000001ffffffffffffffff")
        .isLessThan(high.toString());
  }
}
