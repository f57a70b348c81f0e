package io.github.pgslowlog.fingerprint;

import static io.github.pgslowlog.fingerprint.StatementMutations.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KnownStatementsTest {
  /** Two texts of one template, so that the second is known by the first. */
  private enum OfOneTemplate {
    SAME_TEXT("SELECT a FROM t WHERE b = $1", "SELECT a FROM t WHERE b = $1"),
    NUMBERS("SELECT a FROM t WHERE b = 1", "SELECT a FROM t WHERE b = 4711"),
    NUMBER_FORMS("SELECT 1, 2, 3, 4", "SELECT 1.5, 2e-7, 1_000, 0x1F"),
    NUMBER_AT_THE_END("SELECT a LIMIT 1", "SELECT a LIMIT 123456789"),
    NUMBER_BEFORE_A_WORD("SELECT 1e, 2x", "SELECT 7e, 12x"),
    NUMBER_BEFORE_DOTS("SELECT a[1..2]", "SELECT a[12..3]"),
    STRINGS("WHERE a = 'x' AND b = ''", "WHERE a = 'it''s' AND b = 'a long one of many bytes'"),
    STRING_IN_TWO_LINES("WHERE a = 'x' AND b", "WHERE a = 'x'\n  'y' AND b"),
    ESCAPES("WHERE a = E'x' AND b", "WHERE a = E'\\'\\\\''' AND b"),
    OTHER_STRINGS("SELECT U&'a', B'1', x'F', N'a'", "SELECT U&'''', B'0', x'1', N''"),
    DOLLAR_STRINGS("DO $$a$$ LANGUAGE x", "DO $$b'c$d$$ LANGUAGE x"),
    BLOCK_COMMENT("SELECT a /*id='1'*/", "SELECT a /*id='2',b='/* nested */'*/"),
    LINE_COMMENT("-- one\nSELECT a", "-- the other's\nSELECT a"),
    IN_LISTS("WHERE a IN (1) AND b", "WHERE a IN (-1, 2.5 ,'x',NULL, $1,\n E'\\'') AND b"),
    ARRAYS("SELECT ARRAY[1, 2]", "SELECT ARRAY['x']"),
    NESTED_ARRAYS("SELECT ARRAY[[1], [2]]", "SELECT ARRAY[[1, 2, 3], ['x', 'y']]"),
    ROWS("INSERT INTO t VALUES (1, 'a')", "INSERT INTO t VALUES (1, NULL) , (-1,$1),('x', true)"),
    ROWS_BEFORE_A_CLAUSE("VALUES (1) RETURNING a", "VALUES (1), (2) RETURNING a"),
    IN_ROWS("WHERE (a, b) IN ((1, 2))", "WHERE (a, b) IN ((1, 2), (3, 4),('x', 'y'))"),
    CONSTANT_SORT_KEY("ORDER BY 1 + a, 2", "ORDER BY 2 + a, 2"),
    NO_ORDINAL("SELECT f(a ORDER BY 1)", "SELECT f(a ORDER BY 2)"),
    UNTERMINATED("SELECT 'a", "SELECT 'it''s -- all one"),
    OTHER_BYTES("SELECT '\u00ff', \"\0\u00fc\", 1", "SELECT '\0', \"\0\u00fc\", 2");

    final String one;
    final String other;

    OfOneTemplate(String one, String other) {
      this.one = one;
      this.other = other;
    }
  }

  @ParameterizedTest
  @EnumSource
  void knowsTextsOfOneTemplate(OfOneTemplate texts) {
    KnownStatements statements = new KnownStatements();
    read(statements, texts.one);
    KnownStatement learned = read(statements, texts.one);

    KnownStatement known = read(statements, texts.other);

    assertThat(known).isSameAs(learned);
    assertThat(known.fingerprint()).isEqualTo(canonical(texts.other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT a ORDER BY 1                 | SELECT a ORDER BY 2
          SELECT a ORDER BY 1.5               | SELECT a ORDER BY 1
          SELECT a ORDER BY 1, 'x'            | SELECT a ORDER BY 2, 'x'
          SELECT a GROUP BY ROLLUP (1, 2)     | SELECT a GROUP BY ROLLUP (1, 3)
          SELECT 5xf                          | SELECT 0xf
          SELECT 1.x                          | SELECT 1.5x
          SELECT a IN (1, now())              | SELECT a IN (1, 2)
          SELECT f(1, 2)                      | SELECT f(1, 2, 3)
          SELECT f.in (1, 2)                  | SELECT f.in (1, 2, 3)
          SELECT a[1, 2]                      | SELECT a[1]
          VALUES (1, 2)                       | VALUES (1, 2), (3)
          VALUES (1, 2)                       | VALUES (1, 2), (3, a)
          VALUES (1, 2)                       | VALUES (1, 2), (DEFAULT, a)
          SELECT 'a' 'b'                      | SELECT 'a' b
          SELECT 'a'                          | SELECT 'a' -- '
          SELECT 'a' /* b */ , 'c'            | SELECT 'a' /* /* b */ , 'c'
          SAVEPOINT a1                        | SAVEPOINT "a2"
          WHERE a = -5                        | WHERE a = - b
          WHERE a = 5                         | WHERE a = 5 :: text
          ORDER BY b VALUES (1), (2)          | ORDER BY b VALUES (1), (3)
          """)
  void readsOtherTextsAsTheCanonicalizerDoes(String one, String other) {
    KnownStatements statements = new KnownStatements();

    for (int i = 0; i < 3; i++) {
      assertThat(read(statements, one).fingerprint()).isEqualTo(canonical(one));
      assertThat(read(statements, other).fingerprint()).isEqualTo(canonical(other));
    }
  }

  @Test
  void givesWhatTheCanonicalizerGives() {
    assertContract(new KnownStatements(), 25_000, 11);
  }

  @Test
  void givesTheSameWithLittleRoom() {
    assertContract(new KnownStatements(20, 1 << 20), 6_000, 12);
    assertContract(new KnownStatements(1000, 10_000), 6_000, 13);
    assertContract(new KnownStatements(0, 0), 2_000, 14);
  }

  @Test
  void givesTheSameForTextsThatAreHardlySql() {
    KnownStatements statements = new KnownStatements();
    Random random = new Random(15);

    SqlSoups.of(16, 10_000)
        .forEach(
            soup -> {
              assertSame(statements, soup);
              assertSame(statements, soup);
              assertSame(statements, StatementMutations.otherValues(soup, random));
            });
  }

  @Test
  void remembersOnlySoMuch() {
    KnownStatements few = new KnownStatements(10, 1 << 20);
    KnownStatements small = new KnownStatements(1000, 4000);

    for (int i = 0; i < 3000; i++) {
      String sql = "SELECT a" + i % 300 + " FROM t";
      read(few, sql);
      read(small, sql);
      assertThat(few.templates()).isLessThanOrEqualTo(10);
      assertThat(small.templates()).isLessThan(40);
    }
  }

  @Test
  void forgetsWhatIsNoLongerSent() {
    KnownStatements statements = new KnownStatements(10, 1 << 20);
    for (int i = 0; i < 60; i++) {
      read(statements, "SELECT a" + i % 20);
    }

    for (int i = 0; i < 40; i++) {
      read(statements, "SELECT b");
    }

    assertThat(read(statements, "SELECT b")).isSameAs(read(statements, "SELECT b"));
  }

  @Test
  void remembersLittleThatIsSentOnce() {
    KnownStatements statements = new KnownStatements();

    for (int i = 0; i < 10_000; i++) {
      read(statements, "SELECT a FROM t" + i);
    }

    assertThat(statements.templates()).isLessThanOrEqualTo(512);
  }

  @Test
  void endlessTemplatesOfOnePatternAreRememberedLessAndLess() {
    KnownStatements statements = new KnownStatements();

    for (int i = 0; i < 10_000; i++) {
      read(statements, "SELECT a" + " ".repeat(i % 5_000) + "FROM t");
    }

    assertThat(statements.templates()).isBetween(10, 100);
  }

  @Test
  void readsLongListsByShortOnes() {
    KnownStatements statements = new KnownStatements();
    read(statements, "SELECT a FROM t WHERE b IN (1, 2)");
    KnownStatement learned = read(statements, "SELECT a FROM t WHERE b IN (1, 2)");

    String list = "12345, ".repeat(100_000);

    assertThat(read(statements, "SELECT a FROM t WHERE b IN (" + list + "6)")).isSameAs(learned);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT a                       | false
          SELECT a /* b */               | true
          /*+ hint */ SELECT a           | true
          SELECT '/*'                    | false
          SELECT "/*"                    | false
          SELECT a -- /* b */            | false
          SELECT a *//* b */ c           | true
          SELECT $$ /* $$                | false
          """)
  void tellsWhetherThereIsABlockComment(String sql, boolean expected) {
    KnownStatements statements = new KnownStatements();

    for (int i = 0; i < 3; i++) {
      assertThat(read(statements, sql).hasComment()).isEqualTo(expected);
    }
  }

  @Test
  void readsNothingBeyondTheRange() {
    KnownStatements statements = new KnownStatements();
    byte[] around = bytes("x'SELECT 1, 'a' 'b'/*");

    for (int i = 0; i < 3; i++) {
      KnownStatement known = statements.read(around, 2, 15);
      assertThat(known.fingerprint()).isEqualTo(canonical("SELECT 1, 'a'"));
      assertThat(known.hasComment()).isFalse();
    }
  }

  @Test
  void forgetsNoAttachment() {
    KnownStatements statements = new KnownStatements();
    read(statements, "SELECT 1");
    read(statements, "SELECT 1").attachment = "mine";

    assertThat(read(statements, "SELECT 2").attachment).isEqualTo("mine");
  }

  /** Statements and mutations of them in random order. */
  private static void assertContract(KnownStatements statements, int texts, long seed) {
    Random random = new Random(seed);
    List<String> pool = new ArrayList<>(SampleStatements.all());
    for (OfOneTemplate template : OfOneTemplate.values()) {
      pool.add(template.one);
    }
    int firsts = pool.size();
    for (int i = 0; i < texts; i++) {
      String sql = pool.get(random.nextInt(pool.size()));
      switch (random.nextInt(4)) {
        case 0 -> {
          sql = StatementMutations.mutated(sql, random);
          if (pool.size() < 2000) {
            pool.add(sql);
          } else {
            pool.set(firsts + random.nextInt(2000 - firsts), sql);
          }
        }
        case 1, 2 -> sql = StatementMutations.otherValues(sql, random);
        default -> {}
      }
      assertSame(statements, sql);
    }
  }

  private static void assertSame(KnownStatements statements, String sql) {
    byte[] text = bytes("'" + sql + "'");
    int to = text.length - 1;
    KnownStatement known = statements.read(text, 1, to);
    Canonicalizer canonicalizer = new Canonicalizer();
    Fingerprint expected = canonicalizer.read(Slice.of(text, 1, to));
    if (!known.fingerprint().equals(expected)
        || known.hasComment() != canonicalizer.hasBlockComment()) {
      assertThat(known.fingerprint()).as(sql).isEqualTo(expected);
      assertThat(known.hasComment()).as(sql).isEqualTo(canonicalizer.hasBlockComment());
    }
  }

  private static KnownStatement read(KnownStatements statements, String sql) {
    byte[] text = bytes(sql);
    return statements.read(text, 0, text.length);
  }

  private static Fingerprint canonical(String sql) {
    return new Canonicalizer().read(Slice.of(bytes(sql)));
  }
}
