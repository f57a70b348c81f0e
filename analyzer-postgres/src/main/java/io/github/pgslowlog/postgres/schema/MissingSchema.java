package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.Identifier;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a schema that the dump names and does not create: {@code pg_dump -t app.orders}. */
record MissingSchema(LoadSession session) implements Remedy {
  private static final Pattern MESSAGE = Pattern.compile("schema \"(.+)\" does not exist");

  @Override
  public Optional<String> apply(Failure failure) throws SQLException {
    Matcher message = MESSAGE.matcher(failure.error().message());
    if (!failure.error().state().equals("3F000") || !message.matches()) {
      return Optional.empty();
    }
    String create = "CREATE SCHEMA " + Identifier.quoted(message.group(1));
    return session.run(create) == null ? Optional.of(failure.sql()) : Optional.empty();
  }
}
