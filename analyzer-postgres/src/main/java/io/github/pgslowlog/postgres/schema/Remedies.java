package io.github.pgslowlog.postgres.schema;

import java.sql.Connection;
import java.util.List;

/** All remedies, in the order in which they are tried. */
final class Remedies {
  private Remedies() {}

  static List<Remedy> all(
      LoadSession session, Connection superuser, Extensions extensions, LoadNotes notes) {
    return List.of(
        new MissingSchema(session),
        new FunctionPath(session),
        new MissingExtension(extensions),
        new StandInType(session),
        new TypeModifier(),
        new MissingCollation(superuser, notes),
        new StandInRoutine(),
        new ColumnClause(notes));
  }
}
