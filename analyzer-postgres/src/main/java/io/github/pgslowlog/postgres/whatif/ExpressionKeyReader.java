package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.fingerprint.SqlScanner;
import io.github.pgslowlog.fingerprint.TokenKind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the expressions among the keys of an index, and the columns in them. */
final class ExpressionKeyReader {
  private static final String KEYS =
      """
      SELECT a.attname, pg_get_indexdef(x.indexrelid, a.attnum, false)
      FROM pg_index x JOIN pg_attribute a ON a.attrelid = x.indexrelid
      WHERE x.indexrelid = ? AND x.indkey[a.attnum - 1] = 0
      ORDER BY a.attnum
      """;

  private static final String COLUMNS =
      """
      SELECT a.attname, format_type(a.atttypid, a.atttypmod) AS type, t.typcategory::text
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
      WHERE a.attrelid = ? AND a.attnum > 0 AND NOT a.attisdropped AND a.attname = ANY (?)
      """;

  private final Connection superuser;
  private final PreparedStatement keys;
  private final PreparedStatement columns;
  private final StatisticsReader statistics;

  ExpressionKeyReader(Connection superuser, StatisticsReader statistics) throws SQLException {
    this.superuser = superuser;
    keys = superuser.prepareStatement(KEYS);
    columns = superuser.prepareStatement(COLUMNS);
    this.statistics = statistics;
  }

  List<ExpressionKey> read(Relation index, Relation table) throws SQLException {
    List<ExpressionKey> found = new ArrayList<>();
    keys.setLong(1, index.oid());
    try (ResultSet row = keys.executeQuery()) {
      while (row.next()) {
        String expression = row.getString(2);
        found.add(
            new ExpressionKey(index, row.getString(1), expression, base(table, names(expression))));
      }
    }
    return found;
  }

  private Optional<ExpressionKey.Base> base(Relation table, Set<String> names) throws SQLException {
    columns.setLong(1, table.oid());
    columns.setArray(2, superuser.createArrayOf("name", names.toArray()));
    try (ResultSet row = columns.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      String name = row.getString("attname");
      String type = row.getString("type");
      char category = row.getString("typcategory").charAt(0);
      if (row.next()) {
        return Optional.empty();
      }
      return statistics
          .column(table, name)
          .map(known -> new ExpressionKey.Base(name, type, category, known.statistics()));
    }
  }

  /** The words of an expression that are not names of functions. */
  private static Set<String> names(String expression) {
    byte[] bytes = expression.getBytes(StandardCharsets.UTF_8);
    SqlScanner scanner = new SqlScanner();
    scanner.reset(bytes, 0, bytes.length);
    Set<String> names = new HashSet<>();
    for (TokenKind kind = scanner.next(); kind != TokenKind.END; kind = scanner.next()) {
      boolean word = kind == TokenKind.WORD || kind == TokenKind.QUOTED_IDENTIFIER;
      boolean call = scanner.end() < bytes.length && bytes[scanner.end()] == '(';
      if (word && !call) {
        int length = scanner.end() - scanner.start();
        names.add(
            Identifier.name(new String(bytes, scanner.start(), length, StandardCharsets.UTF_8)));
      }
    }
    return names;
  }
}
