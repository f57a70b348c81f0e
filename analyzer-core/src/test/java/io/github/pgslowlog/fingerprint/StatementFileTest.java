package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.bytes.ByteAccumulator;
import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.json.JsonFieldReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Fingerprints of many statements beside those of PostgreSQL's own parser: {@code
 * -Dpgslowlog.statements=FILE}, a gzip of JSON lines with {@code sql} and {@code pg_fingerprint}.
 */
@EnabledIfSystemProperty(named = "pgslowlog.statements", matches = ".+")
class StatementFileTest {
  private record Statement(String sql, String group) {
    /** Characters for bytes. */
    String bytes() {
      return new String(sql.getBytes(UTF_8), ISO_8859_1);
    }
  }

  private static List<Statement> statements = List.of();
  private final Canonicalizer canonicalizer = new Canonicalizer();

  @BeforeAll
  static void readStatements() throws IOException {
    Path file = Path.of(System.getProperty("pgslowlog.statements"));
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      statements = lines.lines().map(StatementFileTest::statement).toList();
    }
    assertThat(statements).isNotEmpty();
  }

  private static Statement statement(String line) {
    JsonFieldReader reader = new JsonFieldReader("sql", "pg_fingerprint");
    byte[] bytes = line.getBytes(UTF_8);
    assertThat(reader.read(bytes, 0, bytes.length)).as(line).isTrue();
    return new Statement(text(reader, 0), text(reader, 1));
  }

  private static String text(JsonFieldReader reader, int field) {
    ByteAccumulator text = new ByteAccumulator();
    reader.append(field, text);
    return new String(text.toBytes(), UTF_8);
  }

  @Test
  void scannerAndLexerAgreeOnEveryToken() {
    LexerTokens lexer = new LexerTokens();

    for (Statement statement : statements) {
      assertThat(Token.scan(statement.bytes()))
          .as(statement.sql)
          .isEqualTo(lexer.scan(statement.bytes()));
    }
  }

  @Test
  void canonicalTextOfEveryStatementIsAFixedPoint() {
    for (Statement statement : statements) {
      CanonicalSql once = canonical(statement.sql);

      assertThat(canonical(once.text())).as(statement.sql).isEqualTo(once);
    }
  }

  @Test
  void everyValueHasItsNumber() {
    for (Statement statement : statements) {
      String text = new String(canonical(statement.sql).text().getBytes(UTF_8), ISO_8859_1);
      long marks = Token.scan(text).stream().filter(t -> t.kind() == TokenKind.PARAMETER).count();

      assertThat(StatementValues.read(Slice.of(statement.sql.getBytes(UTF_8))).values())
          .as(statement.sql)
          .hasSize((int) marks);
    }
  }

  /** Statements of a pattern are one group of PostgreSQL's, or differ in what we ignore. */
  @Test
  void statementsOfAPatternDifferInWhatTheContractIgnores() {
    Map<CanonicalSql, Map<String, Statement>> patterns = new LinkedHashMap<>();
    for (Statement statement : statements) {
      patterns
          .computeIfAbsent(canonical(statement.sql), sql -> new LinkedHashMap<>())
          .putIfAbsent(statement.group, statement);
    }
    List<String> wrong = new ArrayList<>();
    int mixed = 0;
    for (Map.Entry<CanonicalSql, Map<String, Statement>> pattern : patterns.entrySet()) {
      if (pattern.getValue().size() > 1) {
        mixed++;
        System.out.println(pattern.getKey().text());
        pattern.getValue().values().forEach(one -> System.out.println("    " + one.sql));
        TreeSet<String> skeletons =
            pattern.getValue().values().stream()
                .map(one -> skeleton(one.bytes()))
                .collect(toCollection(TreeSet::new));
        if (skeletons.size() > 1) {
          wrong.add(skeletons.toString());
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d statements, %d patterns, %d with several groups of PostgreSQL%n",
        statements.size(),
        patterns.size(),
        mixed);

    assertThat(wrong).isEmpty();
  }

  /** A statement without what the contract ignores, the slow and obvious way. */
  private static String skeleton(String bytes) {
    StringBuilder skeleton = new StringBuilder(" ");
    for (Token token : new LexerTokens().scan(bytes)) {
      String text = bytes.substring(token.start(), token.end());
      switch (token.kind()) {
        case WHITE_SPACE, COMMENT -> {}
        case STRING, NUMBER, PARAMETER -> skeleton.append("? ");
        default -> skeleton.append(text.toLowerCase(Locale.ROOT)).append(' ');
      }
    }
    String flat =
        skeleton
            .toString()
            .replaceAll("\"([a-z_][a-z0-9_]*)\"", "$1")
            .replaceAll("(?<! is| is not| not) (null|true|false)(?= )", " ?")
            .replaceAll("(?<= (?:[(\\[,]|[^a-z0-9_\") ?\\]]{1,9}|[a-z]{1,9})) [-+] \\?", " ?")
            .replaceAll(" ;(?= ?;? ?$)", "");
    String before;
    do {
      before = flat;
      flat =
          flat.replaceAll("( (?:in \\(|array \\[|\\[ \\[|values)) (.+?)(?: , \\2)+(?= )", "$1 $2");
    } while (!flat.equals(before));
    return flat;
  }

  private CanonicalSql canonical(String sql) {
    return canonicalizer.canonical(canonicalizer.read(Slice.of(sql.getBytes(UTF_8))));
  }
}
