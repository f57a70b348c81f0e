package io.github.pgslowlog.prefix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.language.Wordings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LineHeadTest {
  private static final String PGBADGER = "%t [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h ";

  @ParameterizedTest
  @EnumSource(Label.class)
  void everyLabelIsFound(Label label) {
    LineHead head = new LineHead(LogLinePrefix.parse("[%p] ").matcher());
    byte[] line = ("[12] " + label + ":  text").getBytes(UTF_8);

    assertThat(head.find(line, 0, line.length)).isTrue();
    assertThat(head.label()).isEqualTo(label);
    assertThat(head.labelStart()).isEqualTo(5);
    assertThat(new String(line, head.textStart(), line.length - head.textStart(), UTF_8))
        .isEqualTo("text");
  }

  static Stream<Arguments> heads() {
    return Stream.of(
        arguments("no prefix", "", "LOG:  duration: 1.000 ms", "", "duration: 1.000 ms"),
        arguments("no delimiter", "%a", "psqlLOG:  ready", "psql", "ready"),
        arguments(
            "unknown application", "app=%a", "app=[unknown]LOG:  ready", "app=[unknown]", "ready"),
        arguments("empty text", "[%p] ", "[12] LOG:  ", "[12] ", ""),
        arguments("label in the text", "[%p] ", "[12] LOG:  a LOG:  b", "[12] ", "a LOG:  b"),
        arguments(
            "application that looks like a duration",
            PGBADGER,
            "2026-11-20 09:00:03 UTC [12]: [1-1]"
                + " user=u,db=d,app= LOG:  duration: 1.000 ms  statement: x,client=[local] LOG:  ready",
            "2026-11-20 09:00:03 UTC [12]: [1-1]"
                + " user=u,db=d,app= LOG:  duration: 1.000 ms  statement: x,client=[local] ",
            "ready"),
        arguments(
            "database that looks like a severity",
            "%u@%d|",
            "app@ERROR:  x|LOG:  ready",
            "app@ERROR:  x|",
            "ready"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("heads")
  void headIsTheEarliestLabelBehindAWholePrefix(
      String name, String format, String line, String prefix, String text) {
    LineHead head = new LineHead(LogLinePrefix.parse(format).matcher());
    byte[] bytes = line.getBytes(UTF_8);

    assertThat(head.find(bytes, 0, bytes.length)).as(name).isTrue();
    assertThat(new String(bytes, 0, head.labelStart(), UTF_8)).isEqualTo(prefix);
    assertThat(new String(bytes, head.textStart(), bytes.length - head.textStart(), UTF_8))
        .isEqualTo(text);
  }

  static Stream<Arguments> otherLines() {
    return Stream.of(
        arguments("empty line", ""),
        arguments("one space behind the colon", "[12] LOG: ready"),
        arguments("lower case", "[12] log:  ready"),
        arguments("unknown word", "[12] TRACE:  ready"),
        arguments("text before the prefix", "x [12] LOG:  ready"),
        arguments("text behind the prefix", "[12] x LOG:  ready"),
        arguments("label cut off", "[12] LOG: "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherLines")
  void otherLinesHaveNoHead(String name, String line) {
    LineHead head = new LineHead(LogLinePrefix.parse("[%p] ").matcher());
    byte[] bytes = line.getBytes(UTF_8);

    assertThat(head.find(bytes, 0, bytes.length)).as(name).isFalse();
  }

  static Stream<Wordings> translated() {
    return Arrays.stream(Label.values()).flatMap(label -> Wordings.of(label.name()));
  }

  /** Georgian has one word for NOTICE and WARNING. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("translated")
  void labelIsFoundInEveryLanguage(Wordings wording) {
    PrefixMatcher matcher = LogLinePrefix.parse("%t [%p] ").matcher();
    boolean georgianWarning = wording.language().equals("ka") && wording.key().equals("WARNING");
    Label label = Label.valueOf(georgianWarning ? "NOTICE" : wording.key());
    String prefix = "2026-11-20 09:00:03 UTC [12] ";
    String text = label.isSeverity() ? wording.text() + ":  " : wording.text();
    byte[] line = (prefix + text + "text: LOG:  x").getBytes(UTF_8);

    for (Languages languages : List.of(Languages.of(wording.language()), Languages.all())) {
      LineHead head = new LineHead(matcher, languages);

      assertThat(head.find(line, 0, line.length)).isTrue();
      assertThat(head.label()).isEqualTo(label);
      assertThat(head.labelStart()).isEqualTo(prefix.length());
      assertThat(new String(line, head.textStart(), line.length - head.textStart(), UTF_8))
          .isEqualTo("text: LOG:  x");
    }
  }

  /** The shorter word must not win, nor lose where the prefix takes the bytes before it. */
  @Test
  void wordThatEndsLikeAnotherIsToldApartByThePrefix() {
    byte[] fatal = "致命错误:  x".getBytes(UTF_8);
    LineHead nothing = new LineHead(LogLinePrefix.parse("").matcher(), Languages.of("zh_CN"));
    LineHead name = new LineHead(LogLinePrefix.parse("致命").matcher(), Languages.of("zh_CN"));

    assertThat(nothing.find(fatal, 0, fatal.length)).isTrue();
    assertThat(nothing.label()).isEqualTo(Label.FATAL);
    assertThat(name.find(fatal, 0, fatal.length)).isTrue();
    assertThat(name.label()).isEqualTo(Label.ERROR);
  }

  @Test
  void oneBlankIsEnoughForLenientLabels() {
    LineHead head =
        new LineHead(LogLinePrefix.parse("[%p] ").matcher(), Languages.english().lenient());
    byte[] one = "[12] LOG: duration: 1.000 ms".getBytes(UTF_8);
    byte[] two = "[12] LOG:  duration: 1.000 ms".getBytes(UTF_8);
    byte[] none = "[12] LOG:duration: 1.000 ms".getBytes(UTF_8);

    assertThat(head.find(one, 0, one.length)).isTrue();
    assertThat(head.textStart()).isEqualTo("[12] LOG: ".length());
    assertThat(head.find(two, 0, two.length)).isTrue();
    assertThat(head.textStart()).isEqualTo("[12] LOG:  ".length());
    assertThat(head.find(none, 0, none.length)).isFalse();
  }

  @Test
  void labelFarBehindAnyPrefixIsNotLookedFor() {
    LineHead head = new LineHead(LogLinePrefix.parse("%a").matcher());
    byte[] near = ("x".repeat(LineHead.MAX_PREFIX_BYTES - 4) + "LOG:  ready").getBytes(UTF_8);
    byte[] far = ("x".repeat(LineHead.MAX_PREFIX_BYTES - 3) + "LOG:  ready").getBytes(UTF_8);

    assertThat(head.find(near, 0, near.length)).isTrue();
    assertThat(head.find(far, 0, far.length)).isFalse();
  }

  @Test
  void labelBeforeAnySearchIsAMistake() {
    LineHead head = new LineHead(LogLinePrefix.parse("").matcher());

    assertThatThrownBy(head::label).isInstanceOf(IllegalStateException.class);
  }
}
