package io.github.pgslowlog.prefix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.language.Languages;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link QuickHead} finds what {@link LineHead} finds, and nothing else. */
class QuickHeadTest {
  /** Pieces that make a line ambiguous, or damage it. */
  private static final String[] JUNK = {
    "",
    " ",
    ":",
    "@",
    "[",
    "]",
    ",",
    "LOG:  ",
    "LOG: ",
    "LOG:",
    "DETAIL:  ",
    "ERROR:  x",
    "BLOG:  ",
    "]: [1-1] ",
    " [4001] ",
    "a@b",
    "(5432)",
    "[local]",
    "::1",
    "2026-11-20 09:00:03 UTC",
    "UTCX",
    "12",
    "\t",
    "\0",
    "FEHLER:  ",
    "STATEMENT:  ",
    "user=",
    ",db=",
    " client=",
    "=",
    "/",
    "|"
  };

  private static Stream<String> prefixes() {
    return Stream.concat(
        PrefixRoundTripTest.prefixes(),
        Stream.of(
            "",
            " ",
            "%m",
            "%u",
            "%u%d ",
            "%q",
            "x%%y:",
            "%tLOG: ",
            "LOG: %m ",
            "%a:%u ",
            "%p %p ",
            "%m%n ",
            "%m-%t:",
            "%m%q [%p]%q %u ",
            "%m 0%p ",
            "%m [%p] \n",
            "%h: ",
            "%r:%h ",
            "%m %a ",
            "%a] ",
            "%m [%p] %q%u@%d/%a ",
            "%m %q%u ",
            "%m%q %u ",
            "%p:%q %u:",
            "[%p]%q:%a] ",
            "%q%m ",
            "%m %q%p",
            "%u %q%p "));
  }

  @ParameterizedTest(name = "({0})")
  @MethodSource("prefixes")
  void findsTheHeadsOfLineHead(String format) {
    LogLinePrefix prefix = LogLinePrefix.parse(format);
    Random random = new Random(7);
    for (Languages languages :
        List.of(Languages.english(), Languages.english().lenient(), Languages.of("de", "fr"))) {
      QuickHead quick = new QuickHead(prefix.matcher(), languages);
      LineHead slow = new LineHead(prefix.matcher(), languages);
      for (String zone : List.of("UTC", "-03", "+0545")) {
        for (PrefixExpander.Line line : new PrefixExpander(42, zone).log(prefix, 60)) {
          String text = line.line();
          check(quick, slow, text);
          for (int i = 0; i < 6; i++) {
            check(quick, slow, changed(text, line.head().length(), random));
          }
        }
      }
    }
  }

  private static String changed(String line, int head, Random random) {
    int at = random.nextInt(Math.min(line.length(), head + 12) + 1);
    int behind = Math.min(line.length(), at + random.nextInt(4));
    String changed =
        line.substring(0, at) + JUNK[random.nextInt(JUNK.length)] + line.substring(behind);
    return random.nextInt(3) == 0 ? changed(changed, head, random) : changed;
  }

  private static void check(QuickHead quick, LineHead slow, String text) {
    byte[] inner = text.getBytes(UTF_8);
    byte[] line = new byte[inner.length + 2];
    line[0] = '\n';
    line[inner.length + 1] = ' ';
    System.arraycopy(inner, 0, line, 1, inner.length);

    boolean found = quick.find(line, 1, inner.length + 1);

    assertThat(found).as(text).isEqualTo(slow.find(line, 1, inner.length + 1));
    if (found) {
      assertThat(describe(quick.label(), quick.labelStart(), quick.textStart(), quick.fields()))
          .as(text)
          .isEqualTo(describe(slow.label(), slow.labelStart(), slow.textStart(), slow.fields()));
    }
  }

  private static String describe(Object label, int labelStart, int textStart, PrefixFields fields) {
    StringBuilder all = new StringBuilder(label + " " + labelStart + " " + textStart);
    for (PrefixEscape escape : PrefixEscape.values()) {
      all.append(' ').append(fields.from(escape)).append('-').append(fields.to(escape));
    }
    return all.toString();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "%m [%p] ",
        "%m [%p] %q%u@%d ",
        "%m [%p] %q%u@%d/%a ",
        "%t:%r:%u@%d:[%p]:",
        "%t [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h ",
        "%m [%p] %q[user=%u,db=%d,app=%a] ",
        "%n %r [%p] %u %d %c %x ",
        "pid=%p,user=%u,db=%d,app=%a,client=%h "
      })
  void commonPrefixesAreReadAtOnce(String format) {
    LogLinePrefix prefix = LogLinePrefix.parse(format);
    QuickHead quick = new QuickHead(prefix.matcher(), Languages.english());
    byte[] line = (PrefixPrinter.session(prefix) + "LOG:  duration: 1.000 ms").getBytes(UTF_8);

    assertThat(quick.findQuickly(line, 0, line.length)).isTrue();
    assertThat(quick.labelStart()).isEqualTo(line.length - "LOG:  duration: 1.000 ms".length());
  }

  @Test
  void linesOfBackgroundProcessesAreReadAtOnce() {
    LogLinePrefix prefix = LogLinePrefix.parse("%m [%p] %q%u@%d/%a ");
    QuickHead quick = new QuickHead(prefix.matcher(), Languages.english());
    byte[] session = "2026-11-20 09:00:03.941 UTC [4001] u@d/a LOG:  x".getBytes(UTF_8);
    byte[] line = "2026-11-20 09:00:03.941 UTC [3990] LOG:  x@y/ LOG:  z".getBytes(UTF_8);

    assertThat(quick.find(session, 0, session.length)).isTrue();
    assertThat(quick.findStopped(line, 0, line.length)).isTrue();
    check(quick, new LineHead(prefix.matcher()), new String(line, UTF_8));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `%m [%p] %u@%d ` | `2026-11-20 09:00:03.941 UTC [7] a b@c LOG:  x`
          `%m [%p] %u@%d ` | `2026-11-20 09:00:03.941 UTC [7] a@b@c LOG:  x`
          `%t:%r:%u@%d:[%p]:` | `2026-11-20 09:00:03 UTC::@:[3990]:LOG:  x`
          `%m [%p] %q%u@%d ` | `2026-11-20 09:00:03.941 UTC [7] LOG:  x`
          `%m [%p] %a: ` | `2026-11-20 09:00:03.941 UTC [7] LOG:  x: LOG:  y`
          """)
  void otherwiseAnotherReadingMayBeRight(String format, String text) {
    LogLinePrefix prefix = LogLinePrefix.parse(format);
    QuickHead quick = new QuickHead(prefix.matcher(), Languages.english());

    check(quick, new LineHead(prefix.matcher()), text);
  }

  @Test
  void labelMayEndWhereTheArrayEnds() {
    QuickHead quick = new QuickHead(LogLinePrefix.parse("[%p] ").matcher(), Languages.english());
    byte[] line = "[4001] LOG:  ".getBytes(UTF_8);

    assertThat(quick.find(line, 0, line.length)).isTrue();
    assertThat(quick.find(line, 0, line.length - 1)).isFalse();
    assertThat(quick.find(Arrays.copyOf(line, line.length - 1), 0, line.length - 1)).isFalse();
  }

  @Test
  void prefixIsBounded() {
    LogLinePrefix prefix = LogLinePrefix.parse("[%a] ");
    QuickHead quick = new QuickHead(prefix.matcher(), Languages.english());
    LineHead slow = new LineHead(prefix.matcher());
    for (int length = LineHead.MAX_PREFIX_BYTES - 16; length < 4100; length++) {
      check(quick, slow, "[" + "x".repeat(length) + "] LOG:  text");
      check(quick, slow, "[" + "x".repeat(length) + "] DETAIL:  text");
    }
  }

  @Test
  void anyBytesAreReadAlike() {
    Random random = new Random(11);
    LogLinePrefix prefix = LogLinePrefix.parse("%p %q%u@%d:");
    QuickHead quick = new QuickHead(prefix.matcher(), Languages.all());
    LineHead slow = new LineHead(prefix.matcher(), Languages.all());
    String[] pieces = {"7", " ", "@", ":", "LOG", "a", "  ", "DETAIL", "LOG:  ", "ö", "7 u@d:"};
    for (int i = 0; i < 50_000; i++) {
      StringBuilder line = new StringBuilder("7 ");
      for (int piece = random.nextInt(9); piece >= 0; piece--) {
        line.append(pieces[random.nextInt(pieces.length)]);
      }
      check(quick, slow, new String(line.toString().getBytes(UTF_8), ISO_8859_1));
    }
  }
}
