package io.github.pgslowlog.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTagsTest {
  private static Map<String, String> tags(String sql) {
    return SqlTags.read(Slice.of(sql.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void sqlcommenterStandsBehindTheStatement() {
    assertThat(
            tags(
                "SELECT 1 /*action='%2Fparam*d',controller='index%20page',framework='spring',"
                    + "traceparent='00-5bd66ef5095369c7b0d1f8f4bd33716a-c532cb4098ac3dd2-01'*/"))
        .containsExactly(
            entry("action", "/param*d"),
            entry("controller", "index page"),
            entry("framework", "spring"),
            entry("traceparent", "00-5bd66ef5095369c7b0d1f8f4bd33716a-c532cb4098ac3dd2-01"));
  }

  @Test
  void marginaliaStandsBeforeOrBehindIt() {
    assertThat(tags("/*application:Shop,controller:orders,action:index*/ SELECT 1"))
        .containsExactly(
            entry("application", "Shop"), entry("controller", "orders"), entry("action", "index"));
    assertThat(tags("SELECT 1 /* application:Shop , line:/app/models/order.rb:12:in `find' */;"))
        .containsExactly(
            entry("application", "Shop"), entry("line", "/app/models/order.rb:12:in `find'"));
  }

  @Test
  void quotesAndSignsWithinValues() {
    assertThat(tags("SELECT 1 /*a='it\\'s', b='x=y,z', c='1+1', d='100%'*/"))
        .containsExactly(
            entry("a", "it's"), entry("b", "x=y,z"), entry("c", "1+1"), entry("d", "100%"));
  }

  @Test
  void theFirstOfTwoValuesCounts() {
    assertThat(tags("/*a:1*/ SELECT 1 /*a='2',b='3'*/"))
        .containsExactly(entry("a", "1"), entry("b", "3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT 4 / 2 * 3",
        "SELECT '/*a:1*/'",
        "SELECT E'\\'/*a:1*/'",
        "SELECT $$ /*a='1'*/ $$",
        "SELECT $t$ /*a='1'*/ $t$",
        "SELECT 1 AS \"/*a:1*/\"",
        "SELECT 1 -- /*a:1*/",
        "/*+ IndexScan(orders orders_pkey) */ SELECT 1",
        "/*+ Set(work_mem:1) */ SELECT 1",
        "/* note: see below */ SELECT 1",
        "/* see http://example.org/a */ SELECT 1",
        "/*http://example.org*/ SELECT 1",
        "/* 12:30 */ SELECT 1",
        "/* what a='b' means */ SELECT 1",
        "/*a='1' b='2'*/ SELECT 1",
        "/*a='1*/ SELECT 1",
        "/**/ SELECT 1",
        "/*:x*/ SELECT 1",
        "/*a:*/ SELECT 1",
        "/*a:1,prose*/ SELECT 1",
        "",
      })
  void noTags(String sql) {
    assertThat(tags(sql)).isEmpty();
  }

  @Test
  void numberOfTagsIsBounded() {
    StringBuilder many = new StringBuilder("SELECT 1 /*k0='0'");
    for (int i = 1; i < 100; i++) {
      many.append(",k").append(i).append("='").append(i).append('\'');
    }

    assertThat(tags(many + "*/")).hasSize(SqlTags.MAX_TAGS).containsEntry("k31", "31");
  }

  @Test
  void lengthOfValuesIsBounded() {
    assertThat(tags("SELECT 1 /*a='" + "x".repeat(SqlTags.MAX_LENGTH + 1) + "'*/").get("a"))
        .hasSize(SqlTags.MAX_LENGTH);
  }

  @Test
  void longCommentsAreNotLookedInto() {
    assertThat(tags("/*" + "a='b',".repeat(5_000_000) + "c='d'*/ SELECT 1")).isEmpty();
  }
}
