package io.github.pgslowlog.cli;

import io.github.pgslowlog.postgres.schema.PlannerSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A setting of a server, as {@code --set} gives it.
 *
 * @param name lower case
 * @param value as in postgresql.conf, without quotes
 */
record Setting(String name, String value) {
  /** Settings that are given with those of the planner and change no cost. */
  private static final Set<String> HARMLESS =
      Set.of(
          "default_statistics_target",
          "jit",
          "jit_above_cost",
          "jit_inline_above_cost",
          "jit_optimize_above_cost",
          "maintenance_work_mem",
          "max_parallel_workers",
          "max_worker_processes",
          "shared_buffers");

  /** Empty for what is none. */
  static Optional<Setting> of(String written) {
    int equals = written.indexOf('=');
    if (equals < 1 || written.chars().anyMatch(Character::isISOControl)) {
      return Optional.empty();
    }
    return Optional.of(
        new Setting(
            written.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            written.substring(equals + 1).strip()));
  }

  /** What is wrong with it, and what to do; empty if nothing is. */
  static Optional<String> mistake(String written) {
    Optional<Setting> setting = of(written);
    if (setting.isEmpty()) {
      return Optional.of("--set " + written + ": give NAME=VALUE, as in random_page_cost=1.1");
    }
    return setting.get().isHeeded() || HARMLESS.contains(setting.get().name)
        ? Optional.empty()
        : Optional.of(
            "--set "
                + written
                + ": the planner has no such setting; it has random_page_cost, work_mem,"
                + " effective_cache_size and others");
  }

  /** Whether costs depend on it. */
  boolean isHeeded() {
    return PlannerSettings.names().contains(name);
  }

  @Override
  public String toString() {
    return name + "=" + value;
  }
}
