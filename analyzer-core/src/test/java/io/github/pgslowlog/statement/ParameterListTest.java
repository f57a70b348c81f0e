package io.github.pgslowlog.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterListTest {
  static Stream<Arguments> details() {
    return Stream.of(
        arguments("up to 16", "parameters: $1 = '7'", values("7")),
        arguments("since 17", "Parameters: $1 = '7'", values("7")),
        arguments("several", "Parameters: $1 = 'a', $2 = 'b', $3 = 'c'", values("a", "b", "c")),
        arguments(
            "NULL", "Parameters: $1 = NULL, $2 = 'NULL', $3 = NULL", values(null, "NULL", null)),
        arguments("empty text", "Parameters: $1 = '', $2 = 'x'", values("", "x")),
        arguments("quotes are doubled", "Parameters: $1 = 'it''s', $2 = ''''", values("it's", "'")),
        arguments(
            "list inside a value",
            "Parameters: $1 = 'x'', $2 = ''y', $3 = 'z'",
            values("x', $2 = 'y", "z")),
        arguments("newlines", "Parameters: $1 = 'a\nb\r\n', $2 = '\t'", values("a\nb\r\n", "\t")),
        arguments("backslashes", "Parameters: $1 = '\\x00ff', $2 = '\\'", values("\\x00ff", "\\")),
        arguments("array", "Parameters: $1 = '{1,2,NULL,4}'", values("{1,2,NULL,4}")),
        arguments(
            "clipped by the server",
            "parameters: $1 = 'Größe ...', $2 = '{1,2,NULL,...'",
            values("Größe ...", "{1,2,NULL,...")),
        arguments("cut by the bound", "Parameters: $1 = 'a', $2 = 'bc", values("a", "bc")),
        arguments("cut before the value", "Parameters: $1 = 'a', $2 = ", values("a", null)),
        arguments("cut in the name", "Parameters: $1 = 'a', $2", values("a")),
        arguments("none", "Parameters: ", values()),
        arguments("another detail", "prepare: PREPARE x AS SELECT $1 = 'a'", values()),
        arguments("nothing", "", values()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("details")
  void valuesAreReadInOrder(String name, String detail, List<Optional<String>> expected) {
    assertThat(ParameterList.read(Slice.of(detail.getBytes(UTF_8)), Languages.english()))
        .as(name)
        .isEqualTo(expected);
  }

  private static List<Optional<String>> values(@Nullable String... values) {
    return Arrays.stream(values).map(Optional::ofNullable).toList();
  }
}
