package io.github.pgslowlog.postgres.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Says which columns have a type that is not at hand. */
final class StandInColumns {
  private static final String COLUMNS =
      """
      SELECT t.typname,
             count(*),
             (array_agg(format('%I.%I.%I', n.nspname, c.relname, a.attname)
                        ORDER BY n.nspname, c.relname, a.attnum))[1:5]
      FROM pg_catalog.pg_type t
      JOIN pg_catalog.pg_description d
        ON d.objoid = t.oid AND d.classoid = 'pg_catalog.pg_type'::regclass
      JOIN pg_catalog.pg_attribute a ON a.atttypid IN (t.oid, t.typarray) AND NOT a.attisdropped
      JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'm')
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE d.description = ?
      GROUP BY t.typname
      ORDER BY t.typname
      """;

  private StandInColumns() {}

  static void note(Connection superuser, LoadNotes notes) throws SQLException {
    try (PreparedStatement columns = superuser.prepareStatement(COLUMNS)) {
      columns.setString(1, StandInType.MARK);
      try (ResultSet rows = columns.executeQuery()) {
        while (rows.next()) {
          notes.notice(
              "type %s is not at hand: no advice on %s"
                  .formatted(
                      rows.getString(1),
                      list((String[]) rows.getArray(3).getArray(), rows.getLong(2))));
        }
      }
    }
  }

  private static String list(String[] names, long count) {
    String list = String.join(", ", names);
    return names.length < count ? list + " and " + (count - names.length) + " more" : list;
  }
}
