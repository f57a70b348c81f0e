package io.github.pgslowlog.syntax;

import java.util.List;

/**
 * A name in FROM.
 *
 * @param name the name, folded; empty if none is written
 * @param columns names of the columns, those not named keep theirs
 */
public record Alias(String name, List<String> columns) {
  /** No alias. */
  public static final Alias NONE = new Alias("", List.of());

  /** Copies the list. */
  public Alias {
    columns = List.copyOf(columns);
  }
}
