package io.github.pgslowlog.fingerprint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Statements for the laws that hold for every text, characters for bytes. */
final class SampleStatements {
  private static final List<String> TABLES =
      List.of("orders", "\"Order\"", "public.users", "\"shop\".\"line items\"");

  private static final List<String> OBJECT_MAPPERS =
      List.of(
          "SELECT %1$s.* FROM %1$s WHERE %1$s.id = 42 LIMIT 1",
          "SELECT \"t\".\"id\" AS \"t.id\" FROM %1$s AS \"t\" WHERE \"t\".\"id\" IN ($1, $2, $3)",
          "select t1_0.id,t1_0.v from %1$s t1_0 where t1_0.id=$1 and t1_0.v=-1 for no key update",
          "SELECT count(*) AS \"__count\" FROM %1$s U0 WHERE (U0.\"a\" = 'x' AND NOT U0.\"b\")",
          "INSERT INTO %1$s (\"a\", \"b\") VALUES ('x', NULL), ('y', 2) RETURNING %1$s.\"id\"",
          "INSERT INTO %1$s VALUES (DEFAULT, now(), 1.5) ON CONFLICT (id) DO UPDATE SET a = 'z'",
          "UPDATE %1$s SET \"a\" = 'it''s', \"n\" = \"n\" - 1 WHERE (%1$s.\"id\" = 7)",
          "DELETE FROM %1$s WHERE ctid = ANY(ARRAY(SELECT ctid FROM %1$s LIMIT 1000))",
          "SELECT EXISTS(SELECT 1 FROM %1$s WHERE at > '2026-01-01'::timestamptz - '1 h'::interval)",
          "SELECT kind, sum(v) FROM %1$s GROUP BY kind, 2 HAVING sum(v) > 10 ORDER BY 2 DESC, 1",
          "SELECT id FROM %1$s WHERE (a, id) > ('x', 10) ORDER BY a, id FETCH NEXT 50 ROWS ONLY",
          "SELECT * FROM (VALUES (1, 'a'), (2, 'b')) AS v (id, n) JOIN %1$s USING (id)",
          "/* app='shop',route='%%2Fcart' */ SELECT data ->> 'k' FROM %1$s WHERE data @> '{}'",
          "WITH c AS (SELECT id FROM %1$s ORDER BY at LIMIT 5) DELETE FROM %1$s USING c");

  private SampleStatements() {}

  static List<String> all() {
    return Stream.concat(
            Stream.of(read().split("\n\n")),
            OBJECT_MAPPERS.stream().flatMap(template -> TABLES.stream().map(template::formatted)))
        .toList();
  }

  private static String read() {
    try (InputStream statements = SampleStatements.class.getResourceAsStream("statements.sql")) {
      if (statements == null) {
        throw new IllegalStateException("statements.sql is not on the class path");
      }
      return new String(statements.readAllBytes(), ISO_8859_1).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
