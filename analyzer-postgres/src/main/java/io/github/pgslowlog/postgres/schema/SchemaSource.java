package io.github.pgslowlog.postgres.schema;

import java.nio.file.Path;
import java.util.Optional;

/** Where schema and statistics of a database come from: files, or a live server. */
public interface SchemaSource {
  /**
   * Its name in messages.
   *
   * @return the path of the schema as it was given, or the name of a database
   */
  String name();

  /**
   * The statements that make the schema.
   *
   * @return to be closed
   */
  StatementSource schema();

  /**
   * The statistics.
   *
   * @return to be closed; empty if there are none
   */
  Optional<StatementSource> statistics();

  /**
   * What is known besides, before anything is loaded.
   *
   * @return {@link ExportedFacts#NONE} if nothing is
   */
  ExportedFacts facts();

  /**
   * Files.
   *
   * @param schema from {@code pg_dump --schema-only}
   * @param statistics from {@code pg_dump --statistics-only} or {@link CatalogQuery}
   * @return the source
   */
  static SchemaSource files(Path schema, Optional<Path> statistics) {
    return new SchemaFiles(schema, statistics);
  }
}
