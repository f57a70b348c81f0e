package io.github.pgslowlog.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private final JsonReader reader = new JsonReader();
  private byte[] bytes = {};

  @Test
  void membersComeInOrderWithTheirTypes() {
    reset(
        """
        { "text" : "a,}\\"b" , "id":-6329481337,"on":true,"none":null,
          "list":[1,{"x":"]"}],"inner":{"y":[{}]} }
        """);

    assertThat(members())
        .containsExactly(
            "text STRING a,}\\\"b",
            "id NUMBER -6329481337",
            "on BOOLEAN true",
            "none NULL null",
            "list ARRAY [1,{\"x\":\"]\"}]",
            "inner OBJECT {\"y\":[{}]}");
    assertThat(reader.damaged()).isFalse();
  }

  @Test
  void innerObjectIsEnteredAndLeft() {
    reset("{\"a\":{\"b\":{\"c\":1},\"d\":2},\"e\":3}");
    reader.enter();
    reader.next();
    reader.enter();
    reader.next();

    assertThat(key()).isEqualTo("b");
    reader.leave();

    assertThat(reader.next()).isTrue();
    assertThat(key()).isEqualTo("e");
    assertThat(reader.next()).isFalse();
    assertThat(reader.damaged()).isFalse();
  }

  @Test
  void valuesThatNobodyReadsArePassedOver() {
    reset("{\"a\":{\"b\":[1,2]},\"c\":[],\"d\":\"x\"}");
    List<String> keys = new ArrayList<>();
    reader.enter();
    while (reader.next()) {
      keys.add(key());
    }

    assertThat(keys).containsExactly("a", "c", "d");
  }

  @Test
  void elementsOfAnArray() {
    reset("[ 53, 52 ,1]");
    List<String> elements = new ArrayList<>();
    reader.enter();
    while (reader.next()) {
      reader.skip();
      elements.add(value());
    }

    assertThat(elements).containsExactly("53", "52", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{a:1}",
        "{\"a\":\"x", "{\"a\":\"x\\\"}", "{\"a\":[1}", "{\"a\":{\"b\":1]}", "{\"a\":?}", "{,}", "{"
      })
  void damageEndsTheWalk(String json) {
    reset(json);
    members();

    assertThat(reader.damaged()).isTrue();
    assertThat(reader.next()).isFalse();
  }

  @Test
  void headOfATextThatWasCutOffCanBeRead() {
    reset("{\"a\":1,\"message\":\"duration: 5");

    assertThat(members()).containsExactly("a NUMBER 1", "message STRING duration: 5");
    assertThat(reader.damaged()).isTrue();
  }

  @Test
  void nestingWithoutEndIsDamage() {
    reset("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    members();

    assertThat(reader.damaged()).isTrue();
  }

  @Test
  void enteringStopsAtTheDepthLimit() {
    reset("[".repeat(100_000));
    int entered = 0;
    while (reader.enter()) {
      entered++;
      reader.next();
    }

    assertThat(entered).isEqualTo(JsonScanner.MAX_DEPTH);
  }

  private void reset(String json) {
    bytes = json.getBytes(StandardCharsets.UTF_8);
    reader.reset(bytes, 0, bytes.length);
  }

  private List<String> members() {
    List<String> members = new ArrayList<>();
    reader.enter();
    while (reader.next()) {
      JsonType type = reader.type();
      reader.skip();
      members.add(key() + " " + type + " " + value());
    }
    return members;
  }

  private String key() {
    return text(reader.keyFrom(), reader.keyTo());
  }

  private String value() {
    return text(reader.valueFrom(), reader.valueTo());
  }

  private String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
