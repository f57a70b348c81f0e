package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tags of statements that are known are those that their whole text tells. */
class KnownTagsTest {
  private final KnownStatements statements = new KnownStatements();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT # FROM t",
        "SELECT # FROM t /*controller:orders,action:index*/",
        "/*controller:orders,action:a#*/ SELECT 1",
        "SELECT * FROM t WHERE a = # /*traceparent='00-#',route='%2Forders'*/",
        "SELECT '/*a:b*/', # FROM t /*action:a#*/",
        "SELECT '# /*a:b*/ it''s' FROM t /*action:a*/",
        "/*a:b#*/ SELECT # /*c:d#*/",
        "/*a:b*/ SELECT # /*c:d#*/",
        "SELECT 1 /*a:b/*c:d#*/*/",
        "SELECT # /*a:b",
        "SELECT # -- /*a:b*/",
        "SELECT /*+ SeqScan(t) */ # FROM t /*action:x#*/",
        "SELECT \"/*a:b*/\", # FROM t /*action:x#*/",
        "SELECT E'\\'/*a:b*/', # /*action:x#*/",
        "SELECT # /* a='1' , b='x y' */",
        "SELECT # /*a='#',a='2'*/",
        "SELECT # /*a='#',*/",
        "SELECT # /*,a='#'*/",
        "SELECT # /*a='#'b='1'*/",
        "SELECT # /*a='it\\'s#',b='1'*/",
        "SELECT # /*a='%C3%A9#',b%20c='1',d=' x '*/",
        "SELECT # /*1a='#'*/",
        "SELECT # /*a='#'; b='1'*/",
        "SELECT # /*a='#'\t,b='1'*/",
        "SELECT # /*a=''*/",
        "SELECT # /*+a='#'*/",
        "SELECT # /*a='x#"
      })
  void tagsAreThoseOfTheText(String pattern) {
    for (int i = 0; i < 60; i++) {
      byte[] text = ("x" + pattern.replace("#", String.valueOf(i % 17)) + "y").getBytes(UTF_8);
      int to = text.length - 1;

      KnownStatement statement = statements.read(text, 1, to);

      assertThat(map(statements.tags(statement, text, 1, to)))
          .isEqualTo(SqlTags.read(Slice.of(text, 1, to)));
    }
  }

  @Test
  void theSameTagsAreTheSameObject() {
    Tags fixed = tags("SELECT 1 /*action:a*/");
    tags("SELECT 1 /*action='b',trace='1'*/");
    Tags one = tags("SELECT 1 /*action='b',trace='2'*/");
    Tags other = tags("SELECT 1 /*action='b',trace='3'*/");

    assertThat(map(fixed)).containsExactly(Map.entry("action", "a"));
    assertThat(one.get(0)).isSameAs(other.get(0));
    assertThat(map(other)).containsExactly(Map.entry("action", "b"), Map.entry("trace", "3"));
  }

  private Tags tags(String sql) {
    byte[] text = sql.getBytes(UTF_8);
    return statements.tags(statements.read(text, 0, text.length), text, 0, text.length);
  }

  private static Map<String, String> map(Tags tags) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < tags.size(); i++) {
      map.put(tags.get(i).key(), tags.get(i).value());
    }
    return map;
  }
}
