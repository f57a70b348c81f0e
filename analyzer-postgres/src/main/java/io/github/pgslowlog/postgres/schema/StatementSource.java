package io.github.pgslowlog.postgres.schema;

import org.jspecify.annotations.Nullable;

/** Statements one after another, from a file or a live server. */
public interface StatementSource extends AutoCloseable {
  /**
   * What messages call it.
   *
   * @return the path as it was given, or the name of a database
   */
  String name();

  /**
   * The next statement.
   *
   * @return null behind the last one
   */
  @Nullable SourceStatement next();

  @Override
  void close();
}
