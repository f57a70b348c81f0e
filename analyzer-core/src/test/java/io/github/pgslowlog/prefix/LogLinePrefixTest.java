package io.github.pgslowlog.prefix;

import static io.github.pgslowlog.prefix.PrefixEscape.APPLICATION;
import static io.github.pgslowlog.prefix.PrefixEscape.DATABASE;
import static io.github.pgslowlog.prefix.PrefixEscape.PROCESS;
import static io.github.pgslowlog.prefix.PrefixEscape.STOP;
import static io.github.pgslowlog.prefix.PrefixEscape.TIME_MILLISECONDS;
import static io.github.pgslowlog.prefix.PrefixEscape.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgslowlog.prefix.PrefixElement.Field;
import io.github.pgslowlog.prefix.PrefixElement.Literal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LogLinePrefixTest {
  static Stream<Arguments> formats() {
    return Stream.of(
        arguments("empty", "", List.of()),
        arguments("only text", "postgres: ", List.of(new Literal("postgres: "))),
        arguments(
            "default",
            "%m [%p] ",
            List.of(
                new Field(TIME_MILLISECONDS, 0),
                new Literal(" ["),
                new Field(PROCESS, 0),
                new Literal("] "))),
        arguments(
            "stop",
            "%q%u@%d",
            List.of(
                new Field(STOP, 0), new Field(USER, 0), new Literal("@"), new Field(DATABASE, 0))),
        arguments("right-aligned", "%5p", List.of(new Field(PROCESS, 5))),
        arguments("left-aligned", "%-10u", List.of(new Field(USER, -10))),
        arguments("leading zeros", "%05p", List.of(new Field(PROCESS, 5))),
        arguments("width of nothing", "%-p", List.of(new Field(PROCESS, 0))),
        arguments("huge width is bounded", "%-99999999999u", List.of(new Field(USER, -1024))),
        arguments("percent sign", "%%", List.of(new Literal("%"))),
        arguments(
            "percent sign before a letter",
            "100%%p%p",
            List.of(new Literal("100"), new Literal("%"), new Literal("p"), new Field(PROCESS, 0))),
        arguments(
            "no space between escapes",
            "%a%u",
            List.of(new Field(APPLICATION, 0), new Field(USER, 0))),
        arguments(
            "line feed in text", "a\n%p", List.of(new Literal("a\n"), new Field(PROCESS, 0))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void formatIsReadAsTheServerReadsIt(String name, String format, List<PrefixElement> expected) {
    LogLinePrefix prefix = LogLinePrefix.parse(format);

    assertThat(prefix.elements()).as(name).isEqualTo(expected);
    assertThat(prefix.warnings()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PrefixEscape.class)
  void everyEscapeIsKnownByItsLetter(PrefixEscape escape) {
    LogLinePrefix prefix = LogLinePrefix.parse("[%" + escape.letter() + "]");

    assertThat(prefix.shows(escape)).isTrue();
    assertThat(prefix.warnings()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"%z, %z", "%5z, %5z", "%T, %T", "'% ', '% '", "%5%, %5%", "%😀, %😀", "%--, %--"})
  void unknownEscapePrintsNothingAndIsTold(String format, String escape) {
    LogLinePrefix prefix = LogLinePrefix.parse(format + "%p");

    assertThat(prefix.elements()).containsExactly(new Field(PROCESS, 0));
    assertThat(prefix.warnings())
        .containsExactly("the server prints nothing for the unknown escape " + escape);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"%", "%5", "%-5", "%-"})
  void unfinishedEscapeEndsThePrefixAndIsTold(String unfinished) {
    LogLinePrefix prefix = LogLinePrefix.parse("%p" + unfinished);

    assertThat(prefix.elements()).containsExactly(new Field(PROCESS, 0));
    assertThat(prefix.warnings())
        .containsExactly("the server ends the prefix at the unfinished " + unfinished);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '"',
      value = {"'%m [%p] ',\"%m [%p] \"", "'it''s %p',it's %p", "'',\"\"", "',\"'\"", "'%p,'%p"})
  void quotesOfTheConfigurationFileAreTakenOff(String given, String format) {
    assertThat(LogLinePrefix.parse(given).format()).isEqualTo(format);
  }

  @Test
  void equalFormatsAreEqual() {
    LogLinePrefix prefix = LogLinePrefix.parse("%m [%p] ");

    assertThat(prefix)
        .isEqualTo(LogLinePrefix.parse("'%m [%p] '"))
        .hasSameHashCodeAs(LogLinePrefix.parse("'%m [%p] '"))
        .isNotEqualTo(LogLinePrefix.parse("%m [%p]"))
        .hasToString("'%m [%p] '");
  }
}
