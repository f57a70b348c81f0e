package io.github.pgslowlog.prefix;

/**
 * Prefixes that servers, packages, platforms and tools are known to use, richer ones first where
 * two fit the same line.
 */
enum KnownPrefix {
  /** Query ids, as the manual suggests. */
  QUERY_ID("%m [%p] %Q %u@%d "),
  /** Debian and Ubuntu packages. */
  DEBIAN("%m [%p] %q%u@%d "),
  /** The server's default since 10. */
  DEFAULT("%m [%p] "),
  /** Older Debian and Ubuntu packages. */
  DEBIAN_OLD("%t [%p-%l] %q%u@%d "),
  /** Seconds, process id and user. */
  SECONDS_USER("%t [%p] %q%u@%d "),
  /** Seconds and process id. */
  SECONDS("%t [%p] "),
  /** Recommended by pgBadger. */
  PGBADGER("%t [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h "),
  /** Recommended by pgBadger, with milliseconds. */
  PGBADGER_MILLISECONDS("%m [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h "),
  /** Amazon RDS and Aurora. */
  RDS("%t:%r:%u@%d:[%p]:"),
  /** Amazon RDS and Aurora, the other value, with the colon that Datadog asks for. */
  RDS_VERBOSE_COLON("%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a:"),
  /** Amazon RDS and Aurora, the other value. */
  RDS_VERBOSE("%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a"),
  /** Google Cloud SQL. */
  CLOUD_SQL("%m [%p]: [%l-1] db=%d,user=%u "),
  /** Azure Database for PostgreSQL. */
  AZURE("%t-%c-"),
  /** Supabase. */
  SUPABASE("%h %m [%p] %q%u@%d "),
  /** Zalando Spilo. */
  SPILO("%t [%p]: [%l-1] %c %x %d %u %a %h "),
  /** Crunchy and pganalyze. */
  CRUNCHY("%m [%p][%b][%v][%x] %q[user=%u,db=%d,app=%a] "),
  /** Heroku. */
  HEROKU(
      " sql_error_code = %e time_ms = \"%m\" pid=\"%p\" proc_start_time=\"%s\" session_id=\"%c\""
          + " vtid=\"%v\" tid=\"%x\" log_line=\"%l\" %qdatabase=\"%d\" connection_source=\"%r\""
          + " user=\"%u\" application_name=\"%a\" "),
  /** Epoch times. */
  EPOCH("%n [%p] %u@%d %a: "),
  /** Only a time. */
  TIME("%t "),
  /** Only a time with milliseconds. */
  TIME_MILLISECONDS("%m "),
  /** The default of 9.6: none. */
  NONE("");

  private final String format;

  KnownPrefix(String format) {
    this.format = format;
  }

  LogLinePrefix prefix() {
    return LogLinePrefix.parse(format);
  }
}
