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
      SELECT a.attname, format_type(a.atttypid, a.atttypmod) AS type, t.typcategory::text,
      """
          + StoredColumnReader.STATISTICS
          + """
      FROM pg_attribute a
      JOIN pg_class r ON r.oid = a.attrelid
      JOIN pg_namespace n ON n.oid = r.relnamespace
      JOIN pg_type t ON t.oid = a.atttypid
      JOIN pg_stats s ON s.schemaname = n.nspname AND s.tablename = r.relname
        AND s.attname = a.attname AND NOT s.inherited
      WHERE a.attrelid = ? AND a.attnum > 0 AND a.attname = ANY (?)
      ORDER BY a.attnum
      """;

  private static final String COLUMN_NAMES =
      """
      SELECT attname FROM pg_attribute
      WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped AND attname = ANY (?)
      """;

  private final Connection superuser;
  private final PreparedStatement keys;
  private final PreparedStatement columns;
  private final PreparedStatement columnNames;

  ExpressionKeyReader(Connection superuser) throws SQLException {
    this.superuser = superuser;
    keys = superuser.prepareStatement(KEYS);
    columns = superuser.prepareStatement(COLUMNS);
    columnNames = superuser.prepareStatement(COLUMN_NAMES);
  }

  List<ExpressionKey> read(Relation index) throws SQLException {
    List<ExpressionKey> found = new ArrayList<>();
    keys.setLong(1, index.oid());
    try (ResultSet row = keys.executeQuery()) {
      while (row.next()) {
        String expression = row.getString(2);
        found.add(
            new ExpressionKey(index, row.getString(1), expression, base(index, names(expression))));
      }
    }
    return found;
  }

  private Optional<ExpressionKey.Base> base(Relation index, Set<String> names)
      throws SQLException {
    if (count(index, names) != 1) {
      return Optional.empty();
    }
    columns.setLong(1, index.table());
    columns.setArray(2, superuser.createArrayOf("name", names.toArray()));
    try (ResultSet row = columns.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      String name = row.getString("attname");
      String type = row.getString("type");
      char category = row.getString("typcategory").charAt(0);
      return StoredColumnReader.statistics(row)
          .map(statistics -> new ExpressionKey.Base(name, type, category, statistics));
    }
  }

  private int count(Relation index, Set<String> names) throws SQLException {
    columnNames.setLong(1, index.table());
    columnNames.setArray(2, superuser.createArrayOf("name", names.toArray()));
    int count = 0;
    try (ResultSet row = columnNames.executeQuery()) {
      while (row.next()) {
        count++;
      }
    }
    return count;
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
