package io.github.pgslowlog.prefix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrefixMatcherTest {
  private static final String RDS = "%t:%r:%u@%d:[%p]:";
  private static final String RDS_VERBOSE = "%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a";

  static Stream<Arguments> paddedEscapes() {
    return Arrays.stream(PrefixEscape.values())
        .filter(escape -> escape != PrefixEscape.STOP)
        .flatMap(
            escape ->
                Stream.of("", "60", "-60", "3", "-3")
                    .map(padding -> arguments(escape, "%" + padding + escape.letter())));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("paddedEscapes")
  void valueOfEveryEscapeIsFoundWhateverItsPadding(PrefixEscape escape, String format) {
    for (String around : new String[] {"<%s>", "%s", "[%s] ", "x %s y"}) {
      LogLinePrefix prefix = LogLinePrefix.parse(around.replace("%s", format));
      String line = PrefixPrinter.session(prefix);

      assertThat(values(prefix, line))
          .as("%s on '%s'", prefix, line)
          .isEqualTo(expected(escape, PrefixPrinter.value(escape)));
    }
  }

  @ParameterizedTest
  @EnumSource(KnownPrefix.class)
  void knownPrefixMatchesTheLinesItPrints(KnownPrefix known) {
    LogLinePrefix prefix = known.prefix();
    Map<String, String> expected = new TreeMap<>();
    for (PrefixEscape escape : PrefixEscape.values()) {
      if (prefix.shows(escape) && !PrefixPrinter.value(escape).isEmpty()) {
        expected.put("%" + escape.letter(), PrefixPrinter.value(escape));
      }
    }

    if (known != KnownPrefix.SPILO) { // its %d %u %a have nothing but spaces between them
      assertThat(values(prefix, PrefixPrinter.session(prefix))).isEqualTo(expected);
    }
    assertThat(values(prefix, PrefixPrinter.background(prefix)))
        .doesNotContainKeys("%u", "%d", "%a");
  }

  static Stream<Arguments> lines() {
    return Stream.of(
        arguments(
            "local socket",
            RDS,
            "2026-11-20 09:00:03 UTC:[local]:app@shop:[4001]:",
            "%d=shop %p=4001 %r=[local] %t=2026-11-20 09:00:03 UTC %u=app"),
        arguments(
            "IPv6 client",
            RDS,
            "2026-11-20 09:00:03 UTC:::1(5000):app@shop:[4001]:",
            "%d=shop %p=4001 %r=::1(5000) %t=2026-11-20 09:00:03 UTC %u=app"),
        arguments(
            "long IPv6 client",
            RDS,
            "2026-11-20 09:00:03 UTC:fe80::1:2%eth0(5000):app@shop:[4001]:",
            "%d=shop %p=4001 %r=fe80::1:2%eth0(5000) %t=2026-11-20 09:00:03 UTC %u=app"),
        arguments(
            "host name with port",
            RDS,
            "2026-11-20 09:00:03 UTC:db.example.com(5000):app@shop:[4001]:",
            "%d=shop %p=4001 %r=db.example.com(5000) %t=2026-11-20 09:00:03 UTC %u=app"),
        arguments(
            "background process: all empty",
            RDS,
            "2026-11-20 09:00:03 UTC::@:[4001]:",
            "%p=4001 %t=2026-11-20 09:00:03 UTC"),
        arguments(
            "before authentication",
            RDS,
            "2026-11-20 09:00:03 UTC:10.0.0.7(5000):[unknown]@[unknown]:[4001]:",
            "%d=[unknown] %p=4001 %r=10.0.0.7(5000) %t=2026-11-20 09:00:03 UTC %u=[unknown]"),
        arguments(
            "application without delimiter",
            RDS_VERBOSE,
            "2026-11-20 09:00:03.941 UTC:[local]:app@shop:[4001]:12:00000"
                + ":2026-11-20 08:59:58 UTC:3/0:0:6b00e090.43ff:psql",
            "%a=psql %c=6b00e090.43ff %d=shop %e=00000 %l=12 %m=2026-11-20 09:00:03.941 UTC %p=4001"
                + " %r=[local] %s=2026-11-20 08:59:58 UTC %u=app %v=3/0 %x=0"),
        arguments(
            "background process stops at %q",
            RDS_VERBOSE,
            "2026-11-20 09:00:03.941 UTC::@:[4001]:12:00000:2026-11-20 08:59:58 UTC::0:6b00e090.43ff:",
            "%c=6b00e090.43ff %e=00000 %l=12 %m=2026-11-20 09:00:03.941 UTC %p=4001"
                + " %s=2026-11-20 08:59:58 UTC %x=0"),
        arguments(
            "delimiters in names: shortest from the left",
            "user=%u,db=%d ",
            "user=a,db=b,db=c ",
            "%d=b,db=c %u=a"),
        arguments("empty names", "user=%u,db=%d,app=%a ", "user=,db=,app= ", ""),
        arguments("spaces in a padded name", "<%-12a>%p ", "<my app      >7 ", "%a=my app %p=7"),
        arguments("names in any encoding", "%u@%d ", "jürgen@größe ", "%d=größe %u=jürgen"),
        arguments("query id below zero", "%Q ", "-77 ", "%Q=-77"),
        arguments("parallel worker", "%p:%P ", "12:11 ", "%P=11 %p=12"),
        arguments("percent sign", "%p%% ", "12% ", "%p=12"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void fieldsAreFound(String name, String format, String line, String expected) {
    Map<String, String> values = values(LogLinePrefix.parse(format), line);

    StringBuilder shown = new StringBuilder();
    values.forEach((escape, value) -> shown.append(escape).append('=').append(value).append(' '));
    assertThat(shown.toString().strip()).as(name).isEqualTo(expected);
  }

  static Stream<Arguments> mismatches() {
    return Stream.of(
        arguments("line is shorter", "%m [%p] ", "2026-11-20 09:00:03.941 UTC [1]"),
        arguments("line is longer", "%m [%p] ", "2026-11-20 09:00:03.941 UTC [1] x"),
        arguments("no milliseconds", "%m ", "2026-11-20 09:00:03 UTC "),
        arguments("milliseconds", "%t ", "2026-11-20 09:00:03.941 UTC "),
        arguments("no zone", "%t ", "2026-11-20 09:00:03 "),
        arguments("zone of one digit", "%t ", "2026-11-20 09:00:03 +3 "),
        arguments("zone of seven letters", "%t ", "2026-11-20 09:00:03 ABCDEFG "),
        arguments("letter among digits", "[%p] ", "[12a] "),
        arguments("no digits", "[%p] ", "[] "),
        arguments("session without a dot", "%c ", "6b00e090 "),
        arguments("SQLSTATE of four", "%e ", "0000 "),
        arguments("host with a space", "%h ", "a b "),
        arguments("remote without port", "%r ", "10.0.0.7 "),
        arguments("remote with an empty port", "%r ", "10.0.0.7() "),
        arguments("name shorter than its padding", "%5u|", "ab|"),
        arguments("nothing for %q to stop at", "%p %u ", "12 "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mismatches")
  void otherTextDoesNotMatch(String name, String format, String line) {
    byte[] bytes = line.getBytes(UTF_8);

    boolean matches =
        LogLinePrefix.parse(format).matcher().matches(bytes, 0, bytes.length, new PrefixFields());

    assertThat(matches).as(name).isFalse();
  }

  @Test
  void rangeInsideALargerBufferIsMatched() {
    byte[] buffer = "xx[12] yy".getBytes(UTF_8);
    PrefixFields fields = new PrefixFields();

    assertThat(LogLinePrefix.parse("[%p] ").matcher().matches(buffer, 2, 7, fields)).isTrue();
    assertThat(fields.from(PrefixEscape.PROCESS)).isEqualTo(3);
    assertThat(fields.to(PrefixEscape.PROCESS)).isEqualTo(5);
    assertThat(fields.shiftedCopy(-2).from(PrefixEscape.PROCESS)).isEqualTo(1);
    assertThat(fields.shiftedCopy(-2).has(PrefixEscape.USER)).isFalse();
  }

  /** Four names over 4,000 separators could be placed in some 10^13 ways. */
  @Test
  void hostileLineIsGivenUpAfterSoManyAttempts() {
    PrefixMatcher matcher = LogLinePrefix.parse("%a %u %d %i|").matcher();
    byte[] line = " ".repeat(4000).getBytes(UTF_8);
    PrefixFields fields = new PrefixFields();

    boolean matches = matcher.matches(line, 0, line.length, fields);

    assertThat(matches).isFalse();
    assertThat(fields.tryOnceMore()).isFalse();
  }

  private static Map<String, String> expected(PrefixEscape escape, String value) {
    return value.isEmpty() ? Map.of() : Map.of("%" + escape.letter(), value);
  }

  /** The fields that are not empty, by escape. */
  private static Map<String, String> values(LogLinePrefix prefix, String line) {
    byte[] bytes = line.getBytes(UTF_8);
    PrefixFields fields = new PrefixFields();
    assertThat(prefix.matcher().matches(bytes, 0, bytes.length, fields))
        .as("%s matches '%s'", prefix, line)
        .isTrue();
    Map<String, String> values = new TreeMap<>();
    for (PrefixEscape escape : PrefixEscape.values()) {
      if (fields.has(escape)) {
        int length = fields.to(escape) - fields.from(escape);
        values.put("%" + escape.letter(), new String(bytes, fields.from(escape), length, UTF_8));
      }
    }
    return values;
  }
}
