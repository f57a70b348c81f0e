package io.github.pgslowlog.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * A row of a table of tests: a statement and every column it uses.
 *
 * @param name what the row shows
 * @param sql the statement, as a program would send it
 * @param uses {@code table.column role}, in any order
 */
record RoleCase(String name, String sql, List<String> uses) {
  static RoleCase roles(String name, String sql, String... uses) {
    return new RoleCase(name, sql, List.of(uses));
  }

  void check() {
    assertThat(Shapes.uses(Shapes.of(sql)))
        .as(() -> Shapes.canonical(sql))
        .containsExactlyInAnyOrderElementsOf(uses);
  }

  /** The name of the test. */
  @Override
  public String toString() {
    return name;
  }
}
