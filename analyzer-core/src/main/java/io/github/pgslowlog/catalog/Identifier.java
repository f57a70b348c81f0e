package io.github.pgslowlog.catalog;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Identifiers in SQL text.
 *
 * <p>Reserved words: <a
 * href="https://www.postgresql.org/docs/current/sql-keywords-appendix.html">SQL Key Words</a>,
 * those that cannot name a table or column.
 */
public final class Identifier {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
  private static final Pattern UPPER_CASE = Pattern.compile("[A-Z]+");
  private static final Set<String> RESERVED =
      Set.of(
          ("all analyse analyze and any array as asc asymmetric authorization binary both case cast"
                  + " check collate collation column concurrently constraint create cross"
                  + " current_catalog current_date current_role current_schema current_time"
                  + " current_timestamp current_user default deferrable desc distinct do else end"
                  + " except false fetch for foreign freeze from full grant group having ilike in"
                  + " initially inner intersect into is isnull join lateral leading left like limit"
                  + " localtime localtimestamp natural not notnull null offset on only or order outer"
                  + " overlaps placing primary references returning right select session_user"
                  + " similar some symmetric system_user table tablesample then to trailing true"
                  + " union unique user using variadic verbose when where window with")
              .split(" "));

  private Identifier() {}

  /**
   * The name that an identifier in a statement means.
   *
   * @param identifier with quotes or without
   * @return quotes taken off, or folded to lower case (ASCII only, as the server does)
   */
  public static String name(String identifier) {
    if (identifier.length() >= 2 && identifier.startsWith("\"") && identifier.endsWith("\"")) {
      return identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"");
    }
    return UPPER_CASE.matcher(identifier).replaceAll(word -> word.group().toLowerCase(Locale.ROOT));
  }

  /**
   * How a name is written in a statement.
   *
   * @param name the name
   * @return the name, in quotes if it needs them
   */
  public static String quoted(String name) {
    boolean plain = PLAIN.matcher(name).matches() && !RESERVED.contains(name);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
