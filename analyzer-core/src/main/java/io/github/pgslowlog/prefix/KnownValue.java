package io.github.pgslowlog.prefix;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values and words that tell which field of a prefix they belong to.
 *
 * <p>Source of backend types: {@code GetBackendTypeDesc()} in the server's miscinit.c; of command
 * tags: cmdtaglist.h and the {@code set_ps_display()} calls of the server.
 */
final class KnownValue {
  /** What a name is before authentication, and an application that gave none. */
  static final String UNKNOWN = "[unknown]";

  private static final Set<String> BACKEND_TYPES =
      Set.of(
          "client backend",
          "postmaster",
          "not initialized",
          "autovacuum launcher",
          "autovacuum worker",
          "parallel worker",
          "walsender",
          "standalone backend",
          "background worker",
          "checkpointer",
          "background writer",
          "startup",
          "logger",
          "archiver",
          "stats collector",
          "walreceiver",
          "walwriter",
          "walsummarizer",
          "slotsync worker",
          "io worker",
          "dead-end client backend",
          "logical replication launcher",
          "logical replication worker",
          "logical replication apply worker",
          "logical replication tablesync worker",
          "logical replication parallel worker");

  private static final Set<String> COMMANDS =
      Set.of(
          "SELECT",
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "PARSE",
          "BIND",
          "EXECUTE",
          "FETCH",
          "MOVE",
          "BEGIN",
          "START TRANSACTION",
          "COMMIT",
          "ROLLBACK",
          "SAVEPOINT",
          "RELEASE",
          "COPY",
          "VACUUM",
          "ANALYZE",
          "EXPLAIN",
          "CALL",
          "DO",
          "SET",
          "SHOW",
          "RESET",
          "DISCARD ALL",
          "DEALLOCATE",
          "PREPARE",
          "DECLARE CURSOR",
          "CLOSE CURSOR",
          "LOCK TABLE",
          "TRUNCATE TABLE",
          "CREATE TABLE",
          "CREATE TABLE AS",
          "CREATE INDEX",
          "CREATE VIEW",
          "CREATE FUNCTION",
          "CREATE DATABASE",
          "CREATE SCHEMA",
          "CREATE EXTENSION",
          "CREATE ROLE",
          "ALTER TABLE",
          "ALTER ROLE",
          "ALTER SYSTEM",
          "DROP TABLE",
          "DROP INDEX",
          "GRANT",
          "REVOKE",
          "LISTEN",
          "NOTIFY",
          "REINDEX",
          "CHECKPOINT",
          "REFRESH MATERIALIZED VIEW",
          "idle",
          "idle in transaction",
          "idle in transaction (aborted)",
          "authentication",
          "initializing",
          "startup");

  private static final Set<String> APPLICATIONS =
      Set.of(
          "psql",
          "pgbench",
          "pg_dump",
          "pg_dumpall",
          "pg_restore",
          "pg_basebackup",
          "pg_isready",
          "walreceiver",
          "PostgreSQL JDBC Driver",
          "psycopg",
          "psycopg2",
          "jdbc",
          "npgsql",
          "puma",
          "sidekiq",
          "rails",
          "pgAdmin",
          "DBeaver",
          "DataGrip",
          "Metabase",
          "PgBouncer",
          "pgbouncer",
          "pganalyze_collector",
          "Patroni",
          "postgres_exporter",
          "postgres_fdw",
          "repmgr");

  private static final Map<String, PrefixEscape> KEYS =
      Map.ofEntries(
          Map.entry("user", PrefixEscape.USER),
          Map.entry("usr", PrefixEscape.USER),
          Map.entry("u", PrefixEscape.USER),
          Map.entry("username", PrefixEscape.USER),
          Map.entry("role", PrefixEscape.USER),
          Map.entry("db", PrefixEscape.DATABASE),
          Map.entry("d", PrefixEscape.DATABASE),
          Map.entry("dbname", PrefixEscape.DATABASE),
          Map.entry("database", PrefixEscape.DATABASE),
          Map.entry("datname", PrefixEscape.DATABASE),
          Map.entry("app", PrefixEscape.APPLICATION),
          Map.entry("a", PrefixEscape.APPLICATION),
          Map.entry("appname", PrefixEscape.APPLICATION),
          Map.entry("application", PrefixEscape.APPLICATION),
          Map.entry("applicationname", PrefixEscape.APPLICATION),
          Map.entry("client", PrefixEscape.HOST),
          Map.entry("clientaddr", PrefixEscape.HOST),
          Map.entry("addr", PrefixEscape.HOST),
          Map.entry("h", PrefixEscape.HOST),
          Map.entry("host", PrefixEscape.HOST),
          Map.entry("rhost", PrefixEscape.HOST),
          Map.entry("ip", PrefixEscape.HOST),
          Map.entry("remote", PrefixEscape.HOST),
          Map.entry("remotehost", PrefixEscape.HOST),
          Map.entry("r", PrefixEscape.HOST),
          Map.entry("from", PrefixEscape.HOST),
          Map.entry("conn", PrefixEscape.HOST),
          Map.entry("connection", PrefixEscape.HOST),
          Map.entry("connectionsource", PrefixEscape.HOST),
          Map.entry("local", PrefixEscape.LOCAL_ADDRESS),
          Map.entry("localaddr", PrefixEscape.LOCAL_ADDRESS),
          Map.entry("server", PrefixEscape.LOCAL_ADDRESS),
          Map.entry("pid", PrefixEscape.PROCESS),
          Map.entry("p", PrefixEscape.PROCESS),
          Map.entry("process", PrefixEscape.PROCESS),
          Map.entry("processid", PrefixEscape.PROCESS),
          Map.entry("leader", PrefixEscape.LEADER),
          Map.entry("leaderpid", PrefixEscape.LEADER),
          Map.entry("session", PrefixEscape.SESSION),
          Map.entry("sessionid", PrefixEscape.SESSION),
          Map.entry("sess", PrefixEscape.SESSION),
          Map.entry("sid", PrefixEscape.SESSION),
          Map.entry("c", PrefixEscape.SESSION),
          Map.entry("start", PrefixEscape.SESSION_START),
          Map.entry("sessionstart", PrefixEscape.SESSION_START),
          Map.entry("procstarttime", PrefixEscape.SESSION_START),
          Map.entry("started", PrefixEscape.SESSION_START),
          Map.entry("s", PrefixEscape.SESSION_START),
          Map.entry("line", PrefixEscape.LINE),
          Map.entry("l", PrefixEscape.LINE),
          Map.entry("logline", PrefixEscape.LINE),
          Map.entry("linenum", PrefixEscape.LINE),
          Map.entry("txid", PrefixEscape.TRANSACTION),
          Map.entry("xid", PrefixEscape.TRANSACTION),
          Map.entry("tx", PrefixEscape.TRANSACTION),
          Map.entry("tid", PrefixEscape.TRANSACTION),
          Map.entry("transaction", PrefixEscape.TRANSACTION),
          Map.entry("id", PrefixEscape.TRANSACTION),
          Map.entry("trx", PrefixEscape.TRANSACTION),
          Map.entry("trxid", PrefixEscape.TRANSACTION),
          Map.entry("x", PrefixEscape.TRANSACTION),
          Map.entry("vxid", PrefixEscape.VIRTUAL_TRANSACTION),
          Map.entry("vtid", PrefixEscape.VIRTUAL_TRANSACTION),
          Map.entry("v", PrefixEscape.VIRTUAL_TRANSACTION),
          Map.entry("queryid", PrefixEscape.QUERY),
          Map.entry("qid", PrefixEscape.QUERY),
          Map.entry("q", PrefixEscape.QUERY),
          Map.entry("e", PrefixEscape.SQLSTATE),
          Map.entry("state", PrefixEscape.SQLSTATE),
          Map.entry("sqlstate", PrefixEscape.SQLSTATE),
          Map.entry("error", PrefixEscape.SQLSTATE),
          Map.entry("sqlerrorcode", PrefixEscape.SQLSTATE),
          Map.entry("err", PrefixEscape.SQLSTATE),
          Map.entry("backend", PrefixEscape.BACKEND_TYPE),
          Map.entry("backendtype", PrefixEscape.BACKEND_TYPE),
          Map.entry("type", PrefixEscape.BACKEND_TYPE),
          Map.entry("b", PrefixEscape.BACKEND_TYPE),
          Map.entry("tag", PrefixEscape.COMMAND),
          Map.entry("cmd", PrefixEscape.COMMAND),
          Map.entry("command", PrefixEscape.COMMAND),
          Map.entry("commandtag", PrefixEscape.COMMAND),
          Map.entry("i", PrefixEscape.COMMAND));

  private static final int LONGEST_PHRASE_WORDS = 5;

  private KnownValue() {}

  static boolean isBackendType(String text) {
    return BACKEND_TYPES.contains(text);
  }

  static boolean isCommand(String text) {
    return COMMANDS.contains(text);
  }

  static boolean isApplication(String text) {
    return APPLICATIONS.contains(text);
  }

  /** The field that a word such as {@code user} announces; only letters count. */
  static Optional<PrefixEscape> key(String word) {
    return Optional.ofNullable(KEYS.get(letters(word)));
  }

  private static String letters(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** Length of the longest known text of several words at a place, 0 if there is none. */
  static int phraseLength(String text, int from) {
    int longest = 0;
    int end = from;
    for (int words = 0; words < LONGEST_PHRASE_WORDS && end < text.length(); words++) {
      end = wordEnd(text, words == 0 ? end : end + 1);
      String phrase = text.substring(from, end);
      if (isBackendType(phrase) || isCommand(phrase) || isApplication(phrase)) {
        longest = phrase.length();
      }
      if (end >= text.length() || text.charAt(end) != ' ') {
        break;
      }
    }
    return longest;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetter(text.charAt(end))
            || text.charAt(end) == '-'
            || text.charAt(end) == '_')) {
      end++;
    }
    return end;
  }
}
