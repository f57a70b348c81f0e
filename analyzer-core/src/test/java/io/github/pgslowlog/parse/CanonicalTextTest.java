package io.github.pgslowlog.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import java.nio.charset.StandardCharsets;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People read the canonical tokens; for plain statements JSqlParser would print the same text. */
final class CanonicalTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select a, b from t where a = 1 and b < 'x' order by a desc limit 10 offset 20",
        "select o.id, c.name as n from orders o join customers c on c.id = o.customer_id",
        "select count(*), max(a) from t group by b having count(*) > 1",
        "select distinct a from s.t left join u on u.id = t.id where u.id is not null",
        "select * from t where a in (select b from u) or not c like 'x%'",
        "select * from t where exists (select 1 from u where u.a = t.a) for update",
        "with c as (select a from t) select * from c where a between 1 and 2",
        "insert into t (a, b) values (1, 'x') returning a",
        "update t set a = 1, b = b + 1 where c = 'x'",
        "delete from t where a = $1",
      })
  void isWhatJSqlParserPrints(String sql) throws JSQLParserException {
    Canonicalizer canonicalizer = new Canonicalizer();
    Slice text = Slice.of(sql.getBytes(StandardCharsets.UTF_8));
    String canonical = canonicalizer.canonical(canonicalizer.read(text)).text();

    assertThat(CCJSqlParserUtil.parse(canonical)).hasToString(canonical);
  }
}
