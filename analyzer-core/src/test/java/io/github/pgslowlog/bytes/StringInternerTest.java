package io.github.pgslowlog.bytes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StringInternerTest {
  private final StringInterner interner = new StringInterner();

  @Test
  void sameBytesGiveTheSameString() {
    byte[] line = "app@shop app@shop".getBytes(UTF_8);

    String first = interner.intern(line, 0, 3);
    String second = interner.intern(line, 9, 12);

    assertThat(first).isEqualTo("app").isSameAs(second);
  }

  @Test
  void namesThatShareAPlaceStayApart() {
    // "Aa" and "BB" have the same hash.
    byte[] line = "AaBB".getBytes(UTF_8);

    assertThat(interner.intern(line, 0, 2)).isEqualTo("Aa");
    assertThat(interner.intern(line, 2, 4)).isEqualTo("BB");
    assertThat(interner.intern(line, 0, 2)).isEqualTo("Aa");
  }

  @Test
  void longNamesAreNotKept() {
    byte[] longest = "u".repeat(256).getBytes(UTF_8);
    byte[] longer = "u".repeat(257).getBytes(UTF_8);

    assertThat(interner.intern(longest, 0, 256)).isSameAs(interner.intern(longest, 0, 256));
    assertThat(interner.intern(longer, 0, 257))
        .isEqualTo("u".repeat(257))
        .isNotSameAs(interner.intern(longer, 0, 257));
  }

  @Test
  void ofEndlessNamesTheHeadIsRead() {
    byte[] endless = "u".repeat(2000).getBytes(UTF_8);

    assertThat(interner.intern(endless, 0, 1100)).isEqualTo("u".repeat(1100));
    assertThat(interner.intern(endless, 0, 1101)).isEqualTo("u".repeat(1100));
  }

  @Test
  void emptyNameIsAName() {
    assertThat(interner.intern(new byte[0], 0, 0)).isEmpty();
  }

  @Test
  void laterChangesOfTheBufferDoNotShow() {
    byte[] buffer = "shop".getBytes(UTF_8);
    String shop = interner.intern(buffer, 0, 4);

    buffer[0] = 'c';

    assertThat(interner.intern(buffer, 0, 4)).isEqualTo("chop");
    assertThat(shop).isEqualTo("shop");
  }

  @Test
  void anyNumberOfNamesIsReadRight() {
    Random random = new Random(42);
    for (int i = 0; i < 50_000; i++) {
      String name = "name " + random.nextInt(5_000) + " ö";
      byte[] bytes = name.getBytes(UTF_8);

      assertThat(interner.intern(bytes, 0, bytes.length)).isEqualTo(name);
    }
  }
}
