package io.github.pgslowlog.parse;

import static org.assertj.core.api.Assertions.assertThat;

import net.sf.jsqlparser.parser.ParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators have the precedence of PostgreSQL, whatever JSqlParser gave them. */
final class ChainConverterTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          a + b * c - d                        ==> (- (+ a (* b c)) d)
          a - b - c                            ==> (- (- a b) c)
          a / b * c % d                        ==> (% (* (/ a b) c) d)
          a ^ b ^ c * d                        ==> (* (^ (^ a b) c) d)
          (a + b) * c                          ==> (* (+ a b) c)
          a - (b - c)                          ==> (- a (- b c))
          - a                                  ==> (- a)
          - a + b                              ==> (+ (- a) b)
          - a ^ b                              ==> (^ (- a) b)
          a * - b                              ==> (* a (- b))
          a - - b                              ==> (- a (- b))
          ~ a + b                              ==> (~ (+ a b))
          a || b || c                          ==> (|| (|| a b) c)
          a || b + c                           ==> (|| a (+ b c))
          a + b || c                           ==> (|| (+ a b) c)
          a || - b * c                         ==> (|| a (* (- b) c))
          a @> b || c                          ==> (|| (@> a b) c)
          a || b @> c                          ==> (@> (|| a b) c)
          a @> (b || c)                        ==> (@> a (|| b c))
          a ~ b || c                           ==> (|| (~ a b) c)
          a !~* b                              ==> (!~* a b)
          a @@ b || c                          ==> (|| (@@ a b) c)
          a && b || c                          ==> (|| (&& a b) c)
          a <@ b                               ==> (<@ a b)
          a ? b                                ==> (? a b)
          a & b | c # d                        ==> (# (| (& a b) c) d)
          a << b >> c                          ==> (>> (<< a b) c)
          a <-> b                              ==> (<-> a b)
          a <=> b                              ==> (<=> a b)
          a -> b                               ==> (-> a b)
          a -> b ->> c                         ==> (->> (-> a b) c)
          a -> b -> c #>> d                    ==> (#>> (-> (-> a b) c) d)
          a -> (b -> c)                        ==> (-> a (-> b c))
          a -> b || c ->> d                    ==> (->> (|| (-> a b) c) d)
          a -> b @> c                          ==> (@> (-> a b) c)
          a -> b + c                           ==> (-> a (+ b c))
          a ->> b = c                          ==> (= (->> a b) c)
          a::text || b::text                   ==> (|| (cast a text) (cast b text))
          a || b COLLATE "C"                   ==> (|| a (collate b C))
          a + b AT TIME ZONE c                 ==> (+ a (AT TIME ZONE b c))
          - a::int                             ==> (- (cast a int))
          a || b[$1] || c.d                    ==> (|| (|| a (at b $1)) c.d)
          f(a -> b)                            ==> (f (-> a b))
          f((a) -> b)                          ==> (f (-> a b))
          """)
  void levelsOfPostgres(String text, String tree) throws ParseException {
    assertThat(Trees.printExpression(text)).isEqualTo(tree);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          a || "#op 0" || b                         ==> (@> a b)
          a || "#op 0" || b || c                    ==> (|| (@> a b) c)
          a || b || "#op 0" || c                    ==> (@> (|| a b) c)
          a || "#op 0" || b || "#op 1" || c         ==> (<-> (@> a b) c)
          a || "#op 1" || b + c                     ==> (<-> a (+ b c))
          a + b || "#op 1" || c                     ==> (<-> (+ a b) c)
          a || "#op 1" || (b || "#op 1" || c)       ==> (<-> a (<-> b c))
          a || "#op 5" || b || "#op 5" || c         ==> (|| (|| a b) c)
          a || "#op 2" || b                         ==> (ILIKE a b)
          a || "#op 3" || b                         ==> (NOT LIKE a b)
          a || "#op 0" || ANY(b)                    ==> (any @> a b)
          a || "#op 3" || ALL(b)                    ==> (all !~~ a b)
          a || "#op 6" || NULL                      ==> (is a JSON)
          a || b || "#op 7" || NULL                 ==> (is not (|| a b) DOCUMENT)
          "#op 4" || a                              ==> (|/ a)
          "#op 4" || a + b                          ==> (|/ (+ a b))
          "#op 4" || a || b                         ==> (|| (|/ a) b)
          a || "#op 0" || "#op 4" || b              ==> (@> a (|/ b))
          a + ("#op 4" || b)                        ==> (+ a (|/ b))
          - a || "#op 0" || b                       ==> (@> (- a) b)
          a || "#op 0" || b = c                     ==> (= (@> a b) c)
          a = b || "#op 0" || c                     ==> (= a (@> b c))
          a || "#op 0" || b IS NOT NULL             ==> (is not (@> a b) NULL)
          a || "#op 0" || b IN (c)                  ==> (in (@> a b) (row c))
          a || "#op 0" || b BETWEEN c AND d         ==> (between (@> a b) c d)
          a || "#op 0" || b LIKE c || d             ==> (LIKE (@> a b) (|| c d))
          NOT a || "#op 0" || b                     ==> (not (@> a b))
          f(a || "#op 0" || b, c)                   ==> (f (@> a b) c)
          """)
  void operatorsBehindMarks(String text, String tree) throws ParseException {
    assertThat(Trees.printExpression(text)).isEqualTo(tree);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "==>",
      quoteCharacter = '`',
      textBlock =
          """
          "#op 0"                    ==> (other)
          a || "#op 0"               ==> (@> (other) a)
          a || "#op 99" || b         ==> (|| (|| a #op 99) b)
          """)
  void marksWithoutOperands(String text, String tree) throws ParseException {
    assertThat(Trees.printExpression(text)).isEqualTo(tree);
  }
}
