package io.github.pgslowlog.postgres.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Queries whose rows are the statements that make the schema of a database again; each stands in
 * {@code schema.sql} behind a line that says what it is for and the versions that have it.
 */
final class SchemaQueries {
  private static final String RESOURCE = "schema.sql";

  /** {@code -- partitions (10-)}; the query ends at the next such line. */
  private static final Pattern HEADING =
      Pattern.compile("(?m)^-- ([a-z ,]+) \\(([0-9]+)-([0-9]*)\\)$");

  /** What belongs to an extension comes with it. */
  private static final Pattern USER = Pattern.compile("USER_OBJECT\\(([a-z]+), '([a-z_]+)'\\)");

  private static final String NOT_OF_EXTENSION =
      "n.nspname <> 'information_schema' AND n.nspname !~ '^pg_(catalog\\$|toast|temp_)'"
          + " AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '$2'::regclass"
          + " AND e.objid = $1.oid AND e.deptype = 'e')";

  private SchemaQueries() {}

  /** The queries for a major version, in the order in which their statements can be run. */
  static List<String> all(int version) {
    String text = USER.matcher(text()).replaceAll(NOT_OF_EXTENSION);
    List<String> queries = new ArrayList<>();
    Matcher heading = HEADING.matcher(text);
    int at = heading.find() ? heading.start() : text.length();
    while (at < text.length()) {
      int from = heading.end();
      boolean has =
          Integer.parseInt(heading.group(2)) <= version
              && (heading.group(3).isEmpty() || version <= Integer.parseInt(heading.group(3)));
      at = heading.find() ? heading.start() : text.length();
      if (has) {
        queries.add(text.substring(from, at).strip());
      }
    }
    return List.copyOf(queries);
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(SchemaQueries.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
