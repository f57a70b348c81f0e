package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.diagnostics.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a server that change plans or their cost.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/18/runtime-config-query.html">Query
 * Planning</a>, <a href="https://www.postgresql.org/docs/18/runtime-config-resource.html">Resource
 * Consumption</a>.
 */
public final class PlannerSettings {
  private static final List<String> NAMES =
      List.of(
          """
          constraint_exclusion cpu_index_tuple_cost cpu_operator_cost cpu_tuple_cost
          cursor_tuple_fraction effective_cache_size effective_io_concurrency enable_async_append
          enable_bitmapscan enable_distinct_reordering enable_gathermerge enable_group_by_reordering
          enable_hashagg enable_hashjoin enable_incremental_sort enable_indexonlyscan
          enable_indexscan enable_material enable_memoize enable_mergejoin enable_nestloop
          enable_parallel_append enable_parallel_hash enable_partition_pruning
          enable_partitionwise_aggregate enable_partitionwise_join enable_presorted_aggregate
          enable_self_join_elimination enable_seqscan enable_sort enable_tidscan
          from_collapse_limit geqo geqo_effort geqo_generations geqo_pool_size geqo_seed
          geqo_selection_bias geqo_threshold hash_mem_multiplier join_collapse_limit
          max_parallel_workers_per_gather min_parallel_index_scan_size min_parallel_table_scan_size
          parallel_leader_participation parallel_setup_cost parallel_tuple_cost plan_cache_mode
          random_page_cost recursive_worktable_factor seq_page_cost temp_buffers work_mem"""
              .split("\\s+", -1));

  private PlannerSettings() {}

  /**
   * Their names.
   *
   * @return sorted
   */
  public static List<String> names() {
    return NAMES;
  }

  /** Throws if one of the names is none of these. */
  static void check(Map<String, String> settings) {
    settings.forEach(
        (name, value) -> {
          if (!NAMES.contains(name)) {
            throw new AnalyzerException(
                "--set %s=%s: not a setting of the planner; known are %s"
                    .formatted(name, value, String.join(", ", NAMES)));
          }
        });
  }

  /** Sets a database to them; the latter win. What the server refuses is told or thrown. */
  static List<Problem> apply(
      Connection superuser,
      String database,
      Map<String, String> exported,
      Map<String, String> given)
      throws SQLException {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, String> setting : exported.entrySet()) {
      if (NAMES.contains(setting.getKey()) && !given.containsKey(setting.getKey())) {
        Optional<String> refusal = set(superuser, database, setting);
        refusal.ifPresent(
            why -> problems.add(Problem.notice("setting not used: " + OneLine.of(why))));
      }
    }
    for (Map.Entry<String, String> setting : given.entrySet()) {
      Optional<String> refusal = set(superuser, database, setting);
      if (refusal.isPresent()) {
        throw new AnalyzerException(
            "--set %s=%s: %s".formatted(setting.getKey(), setting.getValue(), refusal.get()));
      }
    }
    return problems;
  }

  /** Sets one; what the server says if it refuses. */
  private static Optional<String> set(
      Connection superuser, String database, Map.Entry<String, String> setting)
      throws SQLException {
    String sql = "ALTER DATABASE %s SET %s = '%s'";
    try (Statement statement = superuser.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(
          sql.formatted(
              Identifier.quoted(database),
              setting.getKey(),
              setting.getValue().replace("'", "''")));
      return Optional.empty();
    } catch (SQLException e) {
      ServerError error = ServerError.of(e);
      if (error.isFatal()) {
        throw e;
      }
      return Optional.of(error.message());
    }
  }
}
