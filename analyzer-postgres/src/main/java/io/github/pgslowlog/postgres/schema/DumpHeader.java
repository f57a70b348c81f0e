package io.github.pgslowlog.postgres.schema;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comment by which pg_dump tells the version of the server. */
final class DumpHeader {
  private static final Pattern VERSION =
      Pattern.compile("-- Dumped from database version (\\d{1,4}(?:\\.\\d{1,4}){0,2}).*");

  private DumpHeader() {}

  static boolean is(String line) {
    return version(line).isPresent();
  }

  /** The version, as {@code 15.18}. */
  static Optional<String> version(String line) {
    Matcher found = VERSION.matcher(line);
    return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
