package io.github.pgslowlog.postgres.whatif;

import java.util.Optional;

/** What the names in a plan mean. */
interface PlanNames {
  /** The schema of a table whose plan does not tell it; empty if several tables have the name. */
  Optional<String> schemaOfTable(String table);

  /** How the index of a plan is called in reports. */
  String shown(String schema, String index);

  /** Notes the condition by which rows are found in an index. */
  default void searched(String schema, String index, String condition) {}
}
