package io.github.pgslowlog.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementScannerTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "two statements             | SELECT 1; SELECT 2;           | SELECT 1 / SELECT 2",
        "no semicolon at the end    | SELECT 1; SELECT 2            | SELECT 1 / SELECT 2",
        "a semicolon in a string    | SELECT 'a;''b;'; SELECT 2     | SELECT 'a;''b;' / SELECT 2",
        "in an escape string        | SELECT E'a\\';b'; SELECT 2    | SELECT E'a\\';b' / SELECT 2",
        "a backslash is a letter    | SELECT 'a\\'; SELECT 2        | SELECT 'a\\' / SELECT 2",
        "in a name                  | SELECT 1 AS \"a;\"\"b\"; SELECT 2 | SELECT 1 AS \"a;\"\"b\" / SELECT 2",
        "in dollar quotes           | SELECT $$a;'$$; SELECT 2      | SELECT $$a;'$$ / SELECT 2",
        "in a tag                   | SELECT $a$;$$;$b$;$a$; SELECT 2 | SELECT $a$;$$;$b$;$a$ / SELECT 2",
        "a dollar in a name         | SELECT a$b; SELECT c$b        | SELECT a$b / SELECT c$b",
        "a parameter                | SELECT $1; SELECT $2          | SELECT $1 / SELECT $2",
        "in a comment               | SELECT 1 /* ; /* ; */ ; */; SELECT 2 | SELECT 1 / SELECT 2",
        "in parentheses             | CREATE RULE r DO (a; b); SELECT 2 | CREATE RULE r DO (a; b) / SELECT 2",
        "an arrow is no comment     | SELECT a->'b'; SELECT 2 - 1   | SELECT a->'b' / SELECT 2 - 1",
        "begin outside functions    | BEGIN; SELECT 2               | BEGIN / SELECT 2",
      })
  void statementsEndAtSemicolons(String name, String sql, String expected) throws IOException {
    assertThat(texts(sql)).containsExactly(expected.split(" / "));
  }

  @Test
  void bodiesOfFunctionsHoldStatements() throws IOException {
    String body =
        """
        CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE sql
        BEGIN ATOMIC
          SELECT CASE WHEN a > 1 THEN 1 ELSE 2 END;
          SELECT 2;
        END""";

    assertThat(texts(body + "; SELECT 3;")).containsExactly(body, "SELECT 3");
  }

  @Test
  void rowsOfATableWithManyColumnsArePassedOver() throws IOException {
    String copy = "COPY t (" + "a_column_of_many, ".repeat(1000) + "z) FROM stdin";

    assertThat(texts(copy + ";\nit's;a\n\\.\nSELECT 1;")).containsExactly(copy, "SELECT 1");
  }

  @Test
  void commentsLinesOfPsqlAndRowsArePassedOver() throws IOException {
    String dump =
        """
        --
        -- Name: t; Type: TABLE
        --
        \\restrict abc
        CREATE TABLE t (a text); -- one
        COPY t (a) FROM stdin;
        it's; DROP
        \\N
        \\.
        -- pgslowlog: {"fact":"setting"}
        \\connect other
        SELECT 1;
        """;

    assertThat(statements(dump))
        .containsExactly(
            new SourceStatement("CREATE TABLE t (a text)", 5, true),
            new SourceStatement("COPY t (a) FROM stdin", 6, true),
            new SourceStatement("-- pgslowlog: {\"fact\":\"setting\"}", 10, true),
            new SourceStatement("\\connect other", 11, true),
            new SourceStatement("SELECT 1", 12, true));
  }

  @Test
  void stringsMayHaveBackslashesOnceTheDumpSaysSo() throws IOException {
    assertThat(texts("SET standard_conforming_strings = off; SELECT 'a\\';'; SELECT 2"))
        .hasSize(3)
        .contains("SELECT 'a\\';'");
  }

  @Test
  void aStatementOverTheBoundIsCutAndTheNextOneIsWhole() throws IOException {
    List<SourceStatement> all = statements("INSERT 'aaaaaaaaaaaaaaaaaaaa;a'; SELECT 2;", 16);

    assertThat(all)
        .containsExactly(
            new SourceStatement("INSERT 'aaaaaaaa", 1, false),
            new SourceStatement("SELECT 2", 1, true));
  }

  @Test
  void aStatementOfTheBoundIsWhole() throws IOException {
    assertThat(statements("SELECT 45678901; SELECT 456789012;", 15))
        .extracting(SourceStatement::whole)
        .containsExactly(true, false);
  }

  private static List<String> texts(String sql) throws IOException {
    return statements(sql).stream().map(SourceStatement::text).toList();
  }

  private static List<SourceStatement> statements(String sql) throws IOException {
    return statements(sql, StatementScanner.MAX_STATEMENT_CHARS);
  }

  private static List<SourceStatement> statements(String sql, int maxChars) throws IOException {
    StatementScanner scanner = new StatementScanner(new StringReader(sql), maxChars);
    List<SourceStatement> all = new ArrayList<>();
    for (SourceStatement next = scanner.next(); next != null; next = scanner.next()) {
      all.add(next);
    }
    return all;
  }
}
