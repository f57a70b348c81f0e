package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.Identifier;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a domain over text in the place of a type that nobody defines, so that the other columns of
 * its table can be planned: {@code geometry} of PostGIS, {@code vector}.
 */
record StandInType(LoadSession session) implements Remedy {
  /** The mark by which stand-ins are known afterwards. */
  static final String MARK = "pgslowlog: stands in for a type that is not at hand";

  private static final Pattern MESSAGE =
      Pattern.compile("type \"?(?:([^\".]+)\\.)?([^\".]+?)(\\[\\])*\"? does not exist");

  @Override
  public Optional<String> apply(Failure failure) throws SQLException {
    Matcher message = MESSAGE.matcher(failure.error().message());
    if (!failure.error().state().equals("42704") || !message.matches()) {
      return Optional.empty();
    }
    String schema = message.group(1) == null ? "public" : message.group(1);
    String type = Identifier.quoted(schema) + "." + Identifier.quoted(message.group(2));
    session.run("CREATE SCHEMA IF NOT EXISTS " + Identifier.quoted(schema));
    if (session.run("CREATE DOMAIN " + type + " AS text") != null) {
      return Optional.empty();
    }
    session.run("COMMENT ON DOMAIN " + type + " IS '" + MARK + "'");
    return Optional.of(failure.sql());
  }
}
