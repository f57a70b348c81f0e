package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
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
        "SELECT E'\\'/*a:b*/', # /*action:x#*/"
      })
  void tagsAreThoseOfTheText(String pattern) {
    for (int i = 0; i < 60; i++) {
      byte[] text = ("x" + pattern.replace("#", String.valueOf(i % 17)) + "y").getBytes(UTF_8);
      int to = text.length - 1;

      KnownStatement statement = statements.read(text, 1, to);

      assertThat(statements.tags(statement, text, 1, to))
          .isEqualTo(SqlTags.read(Slice.of(text, 1, to)));
    }
  }

  @Test
  void theSameTagsAreTheSameObject() {
    byte[] text = "SELECT 1 /*action:a*/".getBytes(UTF_8);
    Map<String, String> first = tags(text);

    assertThat(tags(text)).isSameAs(tags(text)).isEqualTo(first).containsEntry("action", "a");
  }

  private Map<String, String> tags(byte[] text) {
    return statements.tags(statements.read(text, 0, text.length), text, 0, text.length);
  }
}
