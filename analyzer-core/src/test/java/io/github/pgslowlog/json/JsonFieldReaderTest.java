package io.github.pgslowlog.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.bytes.ByteAccumulator;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonFieldReaderTest {
  @Test
  void nestedMembersAreFoundByTheirPaths() {
    JsonFieldReader fields = new JsonFieldReader("a.b", "c", "a", "a.b.x", "missing");

    boolean whole = read(fields, "{\"c\":\"\\u0063!\",\"a\":{\"z\":0,\"b\":7}}");

    assertThat(whole).isTrue();
    assertThat(text(fields, 0)).isEqualTo("7");
    assertThat(text(fields, 1)).isEqualTo("c!");
    assertThat(fields.type(2)).isEqualTo(JsonType.OBJECT);
    assertThat(raw(fields, 2)).isEqualTo("{\"z\":0,\"b\":7}");
    assertThat(fields.has(3)).isFalse();
    assertThat(fields.has(4)).isFalse();
  }

  @Test
  void arrayOnTheWayStandsForItsFirstElement() {
    JsonFieldReader fields = new JsonFieldReader("metadata.parsed.user", "after");

    read(
        fields,
        "{\"metadata\":[{\"parsed\":[{\"user\":\"app\"},{\"user\":\"x\"}]},{}],\"after\":1}");

    assertThat(text(fields, 0)).isEqualTo("app");
    assertThat(text(fields, 1)).isEqualTo("1");
  }

  @Test
  void nameInsideAValueOrDeeperIsNotTheMember() {
    JsonFieldReader fields = new JsonFieldReader("message");

    read(fields, "{\"text\":\"\\\"message\\\":\\\"no\\\"\",\"inner\":{\"message\":\"no\"}}");

    assertThat(fields.has(0)).isFalse();
  }

  @Test
  void lastOfMembersWithTheSameNameCounts() {
    JsonFieldReader fields = new JsonFieldReader("a");

    read(fields, "{\"a\":1,\"a\":2}");

    assertThat(text(fields, 0)).isEqualTo("2");
  }

  @Test
  void membersBeforeDamageAreFound() {
    JsonFieldReader fields = new JsonFieldReader("a", "b");

    boolean whole = read(fields, "{\"a\":\"first\",\"b\":\"cut of");

    assertThat(whole).isFalse();
    assertThat(text(fields, 0)).isEqualTo("first");
    assertThat(text(fields, 1)).isEqualTo("cut of");
  }

  @Test
  void memberOfTheObjectBeforeIsForgotten() {
    JsonFieldReader fields = new JsonFieldReader("a");
    read(fields, "{\"a\":1}");

    read(fields, "{\"b\":1}");

    assertThat(fields.has(0)).isFalse();
  }

  @Test
  void onlyObjectsHaveMembers() {
    JsonFieldReader fields = new JsonFieldReader("a");

    assertThat(read(fields, "[{\"a\":1}]")).isFalse();
    assertThat(read(fields, "")).isFalse();
    assertThat(read(fields, "text")).isFalse();
  }

  @Test
  void sixtyFourPathsAreTheLimit() {
    String[] paths = IntStream.range(0, 64).mapToObj(i -> "m" + i).toArray(String[]::new);
    JsonFieldReader fields = new JsonFieldReader(paths);

    read(fields, "{\"m63\":\"last\"}");

    assertThat(text(fields, 63)).isEqualTo("last");
    String[] more = IntStream.range(0, 65).mapToObj(i -> "m" + i).toArray(String[]::new);
    assertThatThrownBy(() -> new JsonFieldReader(more))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("65 paths are over 64");
  }

  private static boolean read(JsonFieldReader fields, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return fields.read(bytes, 0, bytes.length);
  }

  private static String text(JsonFieldReader fields, int field) {
    ByteAccumulator out = new ByteAccumulator();
    fields.append(field, out);
    return new String(out.toBytes(), StandardCharsets.UTF_8);
  }

  private static String raw(JsonFieldReader fields, int field) {
    return new String(
        fields.buffer(),
        fields.from(field),
        fields.to(field) - fields.from(field),
        StandardCharsets.UTF_8);
  }
}
