package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queries by which the server keeps foreign keys, told by their shape in any language.
 *
 * <pre>
 * SELECT 1 FROM ONLY "public"."customers" x WHERE "id" OPERATOR(pg_catalog.=) $1 FOR KEY SHARE OF x
 *     a row of the child was written: looks for its parent by the parent's key
 * SELECT 1 FROM ONLY "public"."orders" x WHERE $1 OPERATOR(pg_catalog.=) "customer_id" FOR KEY ...
 * DELETE FROM ONLY "public"."orders" WHERE $1 OPERATOR(pg_catalog.=) "customer_id"
 * UPDATE ONLY "public"."orders" SET "customer_id" = NULL WHERE $1 OPERATOR(pg_catalog.=) ...
 *     a row of the parent was deleted or its key changed: looks for its children
 * </pre>
 *
 * <p>Source: the server's ri_triggers.c. Partitioned tables stand without ONLY, columns of other
 * types and collations with a cast or COLLATE.
 */
final class ForeignKeyQuery {
  private static final String OPERATOR = " OPERATOR(";
  private static final String WHERE = " WHERE ";
  private static final String[] STARTS = {"SELECT 1 FROM ", "DELETE FROM ", "UPDATE "};
  private static final byte[] MARK = " OPERATOR(".getBytes(StandardCharsets.US_ASCII);

  /** Longer than any such query: 32 columns, names of 63 bytes. */
  private static final int LONGEST = 32 << 10;

  private final String text;
  private int position;

  private ForeignKeyQuery(String text, int position) {
    this.text = text;
    this.position = position;
  }

  /** Whether a text is such a query, of either kind. */
  static boolean is(Slice sql) {
    if (sql.length() > LONGEST || !contains(sql, MARK)) {
      return false;
    }
    String text = sql.text();
    for (String start : STARTS) {
      if (text.startsWith(start)) {
        ForeignKeyQuery query = new ForeignKeyQuery(text, start.length());
        return query.table() != null && text.startsWith(OPERATOR, query.behindFirstOperand());
      }
    }
    return false;
  }

  /** The search for children in a CONTEXT section, null if there is none. */
  static @Nullable ForeignKeyCheck searchForChildren(Slice context) {
    if (!contains(context, MARK)) {
      return null;
    }
    String text = context.between(0, Math.min(context.length(), LONGEST)).text();
    for (String start : STARTS) {
      int at = text.indexOf(start);
      while (at >= 0) {
        ForeignKeyCheck check = new ForeignKeyQuery(text, at + start.length()).check();
        if (check != null) {
          return check;
        }
        at = text.indexOf(start, at + 1);
      }
    }
    return null;
  }

  private static boolean contains(Slice text, byte[] word) {
    for (int i = 0; i + word.length <= text.length(); i++) {
      if (text.startsWithAt(i, word)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable ForeignKeyCheck check() {
    List<String> table = table();
    int where = table == null ? -1 : text.indexOf(WHERE, position);
    if (table == null || where < 0) {
      return null;
    }
    position = where + WHERE.length();
    List<String> columns = new ArrayList<>();
    String column = comparedColumn();
    while (column != null) {
      columns.add(column);
      int and = text.indexOf(" AND $", position);
      position = and < 0 ? text.length() : and + 5;
      column = comparedColumn();
    }
    return columns.isEmpty() ? null : new ForeignKeyCheck(table.get(0), table.get(1), columns);
  }

  /** {@code [ONLY] "schema"."table"}; null if that is not here. */
  private @Nullable List<String> table() {
    if (text.startsWith("ONLY ", position)) {
      position += 5;
    }
    String schema = quotedName();
    if (schema == null || !text.startsWith(".", position)) {
      return null;
    }
    position++;
    String table = quotedName();
    return table == null ? null : List.of(schema, table);
  }

  /** The column in {@code $1[::type] OPERATOR(schema.=) "column"}; null if that is not here. */
  private @Nullable String comparedColumn() {
    if (!text.startsWith("$", position)) {
      return null;
    }
    int operator = text.indexOf(OPERATOR, position);
    int behind = operator < 0 ? -1 : text.indexOf(") ", operator);
    if (behind < 0) {
      return null;
    }
    position = behind + 2;
    return quotedName();
  }

  private int behindFirstOperand() {
    int where = text.indexOf(WHERE, position);
    return where < 0 ? text.length() : text.indexOf(OPERATOR, where);
  }

  private @Nullable String quotedName() {
    if (!text.startsWith("\"", position)) {
      return null;
    }
    StringBuilder name = new StringBuilder();
    for (int i = position + 1; i < text.length(); i++) {
      if (text.charAt(i) != '"') {
        name.append(text.charAt(i));
      } else if (text.startsWith("\"", i + 1) && !isLineEnd(i + 2)) {
        name.append('"');
        i++;
      } else {
        position = i + 1;
        return name.toString();
      }
    }
    return null;
  }

  /** Where the query ends in a name, the quote that ends the query in CONTEXT follows. */
  private boolean isLineEnd(int at) {
    return at >= text.length() || text.charAt(at) == '\n';
  }
}
