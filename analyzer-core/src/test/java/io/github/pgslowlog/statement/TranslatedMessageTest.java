package io.github.pgslowlog.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.language.Wordings;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of every language is printed as the server does, and read back. */
class TranslatedMessageTest {
  private static final String SQL =
      "  SELECT 'a: b', ' : ', c FROM t -- ms, x: 1.000 ms\n WHERE d = 'é 文: 구문분석: x'  ";
  private static final List<String> NAMES =
      List.of("<unnamed>", "S_1", "with space", "colon: name", "ünï", "文");

  /** A message and what it says. */
  private record Printed(String language, String text, StatementMessage meaning) {
    @Override
    public String toString() {
      return language + ": " + text.replace("\n", "\\n");
    }
  }

  static Stream<Printed> durations() {
    List<Printed> printed = new ArrayList<>();
    Wordings.of("DURATION_STATEMENT")
        .forEach(
            w ->
                printed.add(printed(w, w.print("1.234", SQL), StatementKind.STATEMENT, null, SQL)));
    Wordings.of("DURATION_FASTPATH")
        .forEach(
            w ->
                printed.add(
                    printed(
                        w, w.print("1.234", "a\"b", "952"), StatementKind.FASTPATH, null, "a\"b")));
    for (String name : NAMES) {
      Wordings.of("DURATION_PARSE")
          .forEach(
              w ->
                  printed.add(
                      printed(w, w.print("1.234", name, SQL), StatementKind.PARSE, name, SQL)));
      Wordings.of("DURATION_BIND")
          .forEach(
              w ->
                  printed.add(
                      printed(
                          w,
                          w.print("1.234", name, "/", "C_2", SQL),
                          StatementKind.BIND,
                          name,
                          SQL)));
      Wordings.of("DURATION_EXECUTE").forEach(w -> executes(w, name, printed, "1.234"));
    }
    return printed.stream();
  }

  static Stream<Printed> logged() {
    List<Printed> printed = new ArrayList<>();
    Wordings.of("LOGGED_STATEMENT")
        .forEach(w -> printed.add(printed(w, w.print(SQL), StatementKind.STATEMENT, null, SQL)));
    Wordings.of("LOGGED_FASTPATH")
        .forEach(
            w -> printed.add(printed(w, w.print("fn", "7"), StatementKind.FASTPATH, null, "fn")));
    NAMES.forEach(name -> Wordings.of("LOGGED_EXECUTE").forEach(w -> executes(w, name, printed)));
    return printed.stream();
  }

  private static void executes(
      Wordings wording, String name, List<Printed> printed, String... duration) {
    for (StatementKind kind : List.of(StatementKind.EXECUTE, StatementKind.EXECUTE_FETCH)) {
      String key = kind == StatementKind.EXECUTE ? "EXECUTE_WORD" : "FETCH_WORD";
      for (String word : wording.words(key)) {
        List<String> values = new ArrayList<>(List.of(duration));
        values.addAll(List.of(word, name, "/", "C_2", SQL));
        String text = wording.print(values.toArray(String[]::new));
        printed.add(printed(wording, text, kind, name, SQL));
      }
    }
  }

  private static Printed printed(
      Wordings wording, String text, StatementKind kind, @Nullable String name, String sql) {
    boolean hasPortal = name != null && kind != StatementKind.PARSE;
    StatementMessage meaning =
        new StatementMessage(kind, name, hasPortal ? "C_2" : null, slice(sql));
    return new Printed(wording.language(), text, meaning);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("durations")
  void durationIsReadBack(Printed printed) {
    StatementMessage meaning = printed.meaning();
    DurationMessage expected =
        new DurationMessage(meaning.kind(), 1_234, meaning.name(), meaning.portal(), meaning.sql());

    assertThat(DurationMessage.read(slice(printed.text()), Languages.of(printed.language())))
        .isEqualTo(expected);
    assertThat(DurationMessage.read(slice(printed.text()), Languages.all()))
        .as("among all languages")
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("logged")
  void messageOfLogStatementIsReadBack(Printed printed) {
    assertThat(StatementMessage.read(slice(printed.text()), Languages.of(printed.language())))
        .isEqualTo(printed.meaning());
    assertThat(StatementMessage.read(slice(printed.text()), Languages.all()))
        .as("among all languages")
        .isEqualTo(printed.meaning());
  }

  static Stream<Wordings> bare() {
    return Wordings.of("DURATION_BARE");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bare")
  void durationAloneIsReadBack(Wordings wording) {
    assertThat(
            DurationMessage.read(slice(wording.print("0.105")), Languages.of(wording.language())))
        .isEqualTo(new DurationMessage(StatementKind.BARE, 105, null, null, null));
  }

  static Stream<Wordings> parameters() {
    return Wordings.of("PARAMETERS");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parameters")
  void parametersAreReadBack(Wordings wording) {
    Slice detail = slice(wording.print("$1 = 'it''s: ', $2 = NULL, $3 = ' parametresi'"));

    assertThat(ParameterList.read(detail, Languages.of(wording.language())))
        .containsExactly(Optional.of("it's: "), Optional.empty(), Optional.of(" parametresi"));
  }

  static Stream<Wordings> prepares() {
    return Wordings.of("PREPARE");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("prepares")
  void preparedStatementIsReadBack(Wordings wording) {
    Slice detail = slice(wording.print("PREPARE x AS SELECT ': '"));
    Languages languages = Languages.of(wording.language());

    assertThat(PrepareDetail.read(detail, languages)).isEqualTo(slice("PREPARE x AS SELECT ': '"));
    assertThat(ParameterList.read(detail, languages)).isEmpty();
  }

  @Test
  void planIsEnglishInEveryLanguage() {
    assertThat(DurationMessage.read(slice("duration: 1.000 ms  plan:\nx"), Languages.of("ja")))
        .isEqualTo(new DurationMessage(StatementKind.PLAN, 1_000, null, null, null));
  }

  /** Somebody squeezed the blanks, or the server runs with messages half translated. */
  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "de, Dauer: 1.000 ms Anweisung: SELECT 1, STATEMENT",
    "de, Dauer: 1.000 ms   Anweisung: SELECT 1, STATEMENT",
    "ko, 실행시간: 1.000 ms S_1 구문분석: SELECT 1, PARSE",
    "ka, ხანგრძლივობა: 1.000 მწმs  execute fetch from S_1: SELECT 1, EXECUTE_FETCH",
    "zh_CN, 执行时间: 1.000 ms  执行S_1: SELECT 1, EXECUTE",
  })
  void blanksBehindTheUnitMayDiffer(String language, String text, StatementKind kind) {
    DurationMessage message = read(slice(text), Languages.of(language));

    assertThat(message.kind()).isEqualTo(kind);
    assertThat(message.sql()).isEqualTo(slice("SELECT 1"));
  }

  static Stream<Arguments> nameFirst() {
    return Stream.of(
        arguments("S_1 구문분석: SELECT ' 접속: SELECT 1'", StatementKind.PARSE),
        arguments("S_1 접속: SELECT ' 구문분석: SELECT 1'", StatementKind.BIND));
  }

  /** Parse and bind begin alike in Korean: what stands nearest to the name tells. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("nameFirst")
  void wordInTheSqlDoesNotTellTheKind(String text, StatementKind kind) {
    DurationMessage message = read(slice("실행시간: 1.000 ms  " + text), Languages.of("ko"));

    assertThat(message.kind()).isEqualTo(kind);
    assertThat(message.name()).isEqualTo("S_1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "de, windows-1252, Dauer: 1.000 ms  Ausführen S_1: SELECT 1",
    "fr, windows-1252, 'durée : 1.000 ms  exécute S_1: SELECT 1'",
    "ru, KOI8-R, 'продолжительность: 1.000 мс  выполнение S_1: SELECT 1'",
    "ja, EUC-JP, 期間: 1.000 ミリ秒  実行 S_1: SELECT 1",
    "pl, ISO-8859-2, czas trwania: 1.000 ms  wykonanie S_1: SELECT 1"
  })
  void serverMayUseAnOlderCharacterSet(String language, String charset, String text) {
    Slice message = Slice.of(text.getBytes(Charset.forName(charset)));

    assertThat(DurationMessage.read(message, Languages.of(language)))
        .isEqualTo(
            new DurationMessage(StatementKind.EXECUTE, 1_000, "S_1", null, slice("SELECT 1")));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "checkpoint starting: time",
        "could not receive data: Connection reset by peer",
        "executed 3: SELECT 1",
        "execute without a colon",
        "Statement: SELECT 1",
        " statement: SELECT 1",
        "process 77 acquired ShareLock: SELECT 1",
        "duration: 1.000 ms  statement: SELECT 1",
        "parameters: $1 = '7'"
      })
  void otherMessageIsNoneOfLogStatement(String text) {
    assertThat(StatementMessage.read(slice(text), Languages.all())).isNull();
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "Dauer: 1.000 ms, Anweisung: SELECT 1",
        "durée : 1.000 ms  instruction : SELECT 1",
        "durée : 1.000 ms instruction : SELECT 1",
        "продолжительность: 1,000 мс",
        "Dauer: lang",
        "Dauer: 1.000 s"
      })
  void otherPunctuationIsNoDuration(String text) {
    assertThat(DurationMessage.read(slice(text), Languages.all())).isNull();
  }

  @Test
  void translationIsNotReadUnlessActive() {
    Slice message = slice("Dauer: 1.000 ms  Anweisung: SELECT 1");

    assertThat(DurationMessage.read(message, Languages.english())).isNull();
    assertThat(DurationMessage.read(message, Languages.of("fr", "ru"))).isNull();
  }

  /** Each cut could be followed by a comment that goes on to the end. */
  @Test
  void endlessNameIsCutAtOnce() {
    String hostile = "x: /*".repeat(1_000_000);

    DurationMessage message =
        read(slice("duration: 1.000 ms  execute " + hostile), Languages.english());

    assertThat(message.sql()).isNotNull();
  }

  private static DurationMessage read(Slice message, Languages languages) {
    return Objects.requireNonNull(DurationMessage.read(message, languages));
  }

  private static Slice slice(String text) {
    return Slice.of(text.getBytes(UTF_8));
  }
}
