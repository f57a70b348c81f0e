package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.diagnostics.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a collation of the operating system of the real server from ICU: {@code COLLATE
 * pg_catalog."de_DE.utf8"}; and one that a dump creates from it.
 */
record MissingCollation(Connection superuser, LoadNotes notes) implements Remedy {
  private static final Pattern MISSING =
      Pattern.compile("collation \"(.+?)\"(?: for encoding \"[^\"]*\")? does not exist");

  private static final Pattern LANGUAGE =
      Pattern.compile("([a-z]{2,3})(?:[_-]([A-Za-z0-9]{2,4}))?(?:[.@-].*)?");

  @Override
  public Optional<String> apply(Failure failure) throws SQLException {
    String sql = failure.sql();
    if (failure.statement().title().startsWith("CREATE COLLATION")
        && !sql.contains("provider=icu")) {
      return ofIcu(failure);
    }
    Matcher missing = MISSING.matcher(failure.error().message());
    if (!missing.matches()) {
      return Optional.empty();
    }
    String written = missing.group(1);
    int dot = written.indexOf('.');
    String schema = dot < 0 ? "" : written.substring(0, dot);
    boolean qualified = dot > 0 && sql.contains(schema + "." + quoted(written, dot + 1));
    String own = qualified ? written.substring(dot + 1) : written;
    String name = Identifier.quoted(qualified ? schema : "pg_catalog") + "." + quoted(own, 0);
    try (Statement create = superuser.createStatement()) {
      create.execute("CREATE COLLATION " + name + " " + options(own));
    } catch (SQLException e) {
      if (ServerError.of(e).isFatal()) {
        throw e;
      }
      return Optional.empty();
    }
    notes.add(
        Problem.Severity.NOTICE,
        failure.statement().source().line(),
        "collation " + own,
        "it is not at hand here",
        "one of ICU takes its place");
    return Optional.of(sql);
  }

  private static String quoted(String name, int from) {
    return Identifier.quoted(name.substring(from));
  }

  /** {@code CREATE COLLATION a.b (provider = libc, locale = 'de_DE.utf8')}. */
  private static Optional<String> ofIcu(Failure failure) {
    for (DumpToken token : failure.statement().tokens()) {
      if (token.isSymbol('(')) {
        String locale =
            failure.statement().tokens().stream()
                .filter(t -> t.kind() == DumpToken.Kind.STRING)
                .map(DumpToken::text)
                .findFirst()
                .orElse("");
        return Optional.of(failure.sql().substring(0, token.start()) + options(locale));
      }
    }
    return Optional.empty();
  }

  /** {@code de_DE.utf8} is {@code de-DE} to ICU; what is no language sorts by code point. */
  static String options(String locale) {
    Matcher language = LANGUAGE.matcher(locale);
    if (!language.matches()) {
      return "(provider=builtin, locale='C.UTF-8')";
    }
    String country = language.group(2) == null ? "" : "-" + language.group(2);
    return "(provider=icu, locale='" + language.group(1) + country + "')";
  }
}
