package io.github.pgslowlog.postgres.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings of a server that plans much, stores little, and may lose everything. None of them
 * changes what the planner costs.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/18/runtime-config.html">Server
 * configuration</a>.
 */
final class ServerSettings {
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          // Who may come in, and where.
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("max_connections", "20"),
          // Nothing has to survive.
          Map.entry("fsync", "off"),
          Map.entry("full_page_writes", "off"),
          Map.entry("synchronous_commit", "off"),
          Map.entry("wal_level", "minimal"),
          Map.entry("max_wal_senders", "0"),
          Map.entry("max_wal_size", "64MB"),
          Map.entry("min_wal_size", "2MB"),
          Map.entry("checkpoint_timeout", "1d"),
          // Nothing happens by itself, statistics least of all.
          Map.entry("autovacuum", "off"),
          Map.entry("jit", "off"),
          Map.entry("max_logical_replication_workers", "0"),
          Map.entry("io_method", "sync"),
          // A small process with all its shared memory where it ends with it.
          Map.entry("shared_buffers", "16MB"),
          Map.entry("huge_pages", "off"),
          Map.entry("dynamic_shared_memory_type", "mmap"),
          // A dump of thousands of tables is loaded in one transaction.
          Map.entry("max_locks_per_transaction", "1024"),
          // The log tells what the server does, and nothing of statements and their errors.
          Map.entry("log_destination", "stderr"),
          Map.entry("logging_collector", "off"),
          Map.entry("log_min_messages", "log"),
          Map.entry("log_checkpoints", "off"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("lc_messages", "C"),
          Map.entry("TimeZone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("update_process_title", "off"));

  private ServerSettings() {}

  /** Lines of postgresql.conf. */
  static String lines(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(DEFAULTS);
    all.putAll(more);
    return all.entrySet().stream()
        .map(setting -> setting.getKey() + " = " + quoted(setting.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String quoted(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
