package io.github.pgslowlog.postgres.schema;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a function of SQL the schemas that its body looks names up in: {@code SELECT unaccent($1)}.
 * Since version 17 CREATE INDEX puts it into the index with the names of the system alone.
 *
 * <p>A function with a path of its own is not put into statements any more, and so keeps what it
 * costs: what its body usually does.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/17/release-17.html">release notes of 17</a>,
 * safe search_path for maintenance operations.
 */
record FunctionPath(LoadSession session) implements Remedy {
  private static final Pattern CONTEXT =
      Pattern.compile(
          "SQL function \"([^\"]+)\" (?:during inlining|during startup|statement \\d+)");

  private static final String CHANGES =
      """
      SELECT pg_catalog.format('ALTER FUNCTION %s COST 1 SET search_path = %I, public',
                               p.oid::pg_catalog.regprocedure, n.nspname)
      FROM pg_catalog.pg_proc p
      JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
      JOIN pg_catalog.pg_language l ON l.oid = p.prolang
      WHERE p.proname = ? AND l.lanname = 'sql' AND p.proconfig IS NULL
        AND pg_catalog.pg_has_role(p.proowner, 'USAGE')
      ORDER BY p.oid
      """;

  @Override
  public Optional<String> apply(Failure failure) throws SQLException {
    Matcher context = CONTEXT.matcher(failure.error().context());
    if (!failure.statement().title().endsWith(" INDEX") || !context.find()) {
      return Optional.empty();
    }
    List<String> changes =
        Queries.list(session.connection(), CHANGES, row -> row.getString(1), context.group(1));
    boolean changed = false;
    for (String change : changes) {
      changed |= session.run(change) == null;
    }
    return changed ? Optional.of(failure.sql()) : Optional.empty();
  }
}
