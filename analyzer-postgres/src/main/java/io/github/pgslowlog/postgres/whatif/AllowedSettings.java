package io.github.pgslowlog.postgres.whatif;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The settings that change plans.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/18/runtime-config-query.html">Query
 * Planning</a>, and of <a
 * href="https://www.postgresql.org/docs/18/runtime-config-resource.html">Resource Consumption</a>
 * what the planner looks at.
 */
final class AllowedSettings {
  private static final Pattern ALLOWED =
      Pattern.compile(
          "enable_[a-z_]{1,40}|geqo(?:_[a-z_]{1,20})?|jit(?:_[a-z_]{1,30})?"
              + "|(?:seq_page|random_page|cpu_tuple|cpu_index_tuple|cpu_operator"
              + "|parallel_setup|parallel_tuple)_cost"
              + "|min_parallel_(?:table|index)_scan_size|effective_cache_size"
              + "|work_mem|hash_mem_multiplier|(?:from|join)_collapse_limit|cursor_tuple_fraction"
              + "|constraint_exclusion|plan_cache_mode|recursive_worktable_factor"
              + "|max_parallel_workers(?:_per_gather)?|parallel_leader_participation"
              + "|effective_io_concurrency|default_statistics_target");

  private AllowedSettings() {}

  static boolean isAllowed(String name) {
    return ALLOWED.matcher(name).matches();
  }

  /** Those of the settings that change plans; what comes with statistics may name any. */
  static Map<String, String> allowed(Map<String, String> settings) {
    Map<String, String> allowed = new TreeMap<>();
    settings.forEach(
        (name, value) -> {
          if (isAllowed(name) && !name.equals("plan_cache_mode")) {
            allowed.put(name, value);
          }
        });
    return allowed;
  }
}
