package io.github.pgslowlog.postgres.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The SQL that exports the statistics of a database: for servers before 18, which have no {@code
 * pg_dump --statistics-only}, and for what that does not tell (settings, sizes now, how tables and
 * indexes are used).
 *
 * <p>It only reads, works on every server from 9.6 on, and writes calls that put the statistics
 * into another server; facts besides are comments in between. {@link StatisticsLoader} reads them.
 */
public final class CatalogQuery {
  private static final String RESOURCE = "statistics.sql";

  private CatalogQuery() {}

  /**
   * The SQL, for {@code psql -XAtq}.
   *
   * @return one transaction that only reads
   */
  public static String sql() {
    try (InputStream in =
        Objects.requireNonNull(CatalogQuery.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Its statements one by one, without those that begin and end the transaction.
   *
   * @return settings first, then queries of one column of text
   */
  public static List<String> statements() {
    List<String> statements = new ArrayList<>();
    StatementScanner scanner = new StatementScanner(new StringReader(sql()));
    try {
      for (SourceStatement next = scanner.next(); next != null; next = scanner.next()) {
        statements.add(next.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(statements.subList(1, statements.size() - 1));
  }
}
