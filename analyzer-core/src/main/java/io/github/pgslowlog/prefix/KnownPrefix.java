package io.github.pgslowlog.prefix;

/**
 * Prefixes that servers, packages, platforms and tools are known to use, richer ones first where
 * two fit the same line.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum KnownPrefix {
  /** Query ids, as the manual suggests. */
  QUERY_ID("%m [%p] %Q %u@%d "),
  /** Heroku. */
  HEROKU(
      " sql_error_code = %e time_ms = \"%m\" pid=\"%p\" proc_start_time=\"%s\" session_id=\"%c\""
          + " vtid=\"%v\" tid=\"%x\" log_line=\"%l\" %qdatabase=\"%d\" connection_source=\"%r\""
          + " user=\"%u\" application_name=\"%a\" "),
  /** Heroku, until 2022. */
  HEROKU_OLD(" sql_error_code = %e "),
  /** Crunchy Bridge and Snowflake, with the client. */
  CRUNCHY_HOST("%m [%p][%b][%v][%x] %q[user=%u,db=%d,app=%a] [%h] "),
  /** Crunchy Bridge, and an example of pganalyze. */
  CRUNCHY("%m [%p][%b][%v][%x] %q[user=%u,db=%d,app=%a] "),
  /** Crunchy Bridge and Snowflake through syslog. */
  CRUNCHY_SYSLOG("[%p][%b][%v][%x] %q[user=%u,db=%d,app=%a] [%h] "),
  /** Debian and Ubuntu packages. */
  DEBIAN("%m [%p] %q%u@%d "),
  /** Azure Database for PostgreSQL, as its diagnostic logs show it. */
  AZURE_BRACKETS("%m [%p] [user=%u,db=%d,app=%a] "),
  /** Listed by pganalyze. */
  BRACKETS_HOST("%m [%p] %q[user=%u,db=%d,app=%a,host=%h] "),
  /** Listed by pganalyze. */
  BRACKETS("%m [%p] %q[user=%u,db=%d,app=%a] "),
  /** Azure Database for PostgreSQL with seconds. */
  AZURE_BRACKETS_SECONDS("%t [%p] [user=%u,db=%d,app=%a] "),
  /** Listed by pganalyze. */
  APPLICATION_BRACKETS("%m [%p][%v] : [%l-1] %q[app=%a] "),
  /** Recommended by pgBadger. */
  PGBADGER("%t [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h "),
  /** Recommended by pgBadger, with milliseconds. */
  PGBADGER_MILLISECONDS("%m [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h "),
  /** Recommended by pgBadger since 7, without line numbers. */
  PGBADGER_SHORT("%t [%p]: user=%u,db=%d,app=%a,client=%h "),
  /** The same with milliseconds. */
  PGBADGER_SHORT_MILLISECONDS("%m [%p]: user=%u,db=%d,app=%a,client=%h "),
  /** pgBadger, the database first. */
  PGBADGER_DATABASE_FIRST("%t [%p]: db=%d,user=%u,app=%a,client=%h "),
  /** pgBadger of old, with line numbers. */
  PGBADGER_OLD("%t [%p]: [%l-1] db=%d,user=%u,app=%a,client=%h "),
  /** Common on the web. */
  SECONDS_KEYS("%t [%p] user=%u,db=%d,app=%a,client=%h "),
  /** Common on the web. */
  MILLISECONDS_KEYS("%m [%p] user=%u,db=%d,app=%a,client=%h "),
  /** Common on the web, behind %q. */
  MILLISECONDS_KEYS_STOP("%m [%p] %quser=%u,db=%d,app=%a,client=%h "),
  /** Recommended by quellog. */
  QUELLOG("%t [%p] %e: db=%d,user=%u,app=%a,client=%h "),
  /** Listed by pganalyze. */
  SQLSTATE_BEHIND("%t [%p]: [%l-1] user=%u,db=%d - PG-%e "),
  /** Listed by pganalyze. */
  TRANSACTION_KEYS("%t [%p]: [%l-1] [trx_id=%x] user=%u,db=%d "),
  /** pgBadger of old. */
  PGBADGER_TWO("%t [%p]: [%l-1] user=%u,db=%d "),
  /** The same with milliseconds. */
  PGBADGER_TWO_MILLISECONDS("%m [%p]: [%l-1] user=%u,db=%d "),
  /** Google Cloud SQL and AlloyDB. */
  CLOUD_SQL("%m [%p]: [%l-1] db=%d,user=%u "),
  /** Google Cloud SQL before 2020-12: the envelope has the time. */
  CLOUD_SQL_OLD("[%p]: [%l-1] db=%d,user=%u "),
  /** Zalando Spilo. */
  SPILO("%t [%p]: [%l-1] %c %x %d %u %a %h "),
  /** Supabase. */
  SUPABASE("%h %m [%p] %q%u@%d "),
  /** Aiven. */
  AIVEN("pid=%p,user=%u,db=%d,app=%a,client=%h "),
  /** DigitalOcean, with the process id. */
  DIGITAL_OCEAN("[%p] user=%u,db=%d,app=%a,client=%h "),
  /** pgBadger for syslog, and DigitalOcean. */
  SYSLOG("user=%u,db=%d,app=%a,client=%h "),
  /** pgBadger for syslog, of old. */
  SYSLOG_OLD("user=%u,db=%d "),
  /** Listed by pganalyze. */
  DASHES("%p-%s-%c-%l-%h-%u-%d-%m "),
  /** Listed by pganalyze. */
  REMOTE_USER("%m %r %u %a [%c] [%p] "),
  /** StackGres. */
  STACKGRES("%t (%n) [%p-%l] %q{%a} %u@%d:%r "),
  /** Amazon RDS and Aurora. */
  RDS("%t:%r:%u@%d:[%p]:"),
  /** Amazon RDS and Aurora, the other value, with the colon that Datadog asks for. */
  RDS_VERBOSE_COLON("%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a:"),
  /** Amazon RDS and Aurora, the other value. */
  RDS_VERBOSE("%m:%r:%u@%d:[%p]:%l:%e:%s:%v:%x:%c:%q%a"),
  /** Azure Database for PostgreSQL. */
  AZURE("%t-%c-"),
  /** The server's default since 10. */
  DEFAULT("%m [%p] "),
  /** Older Debian and Ubuntu packages. */
  DEBIAN_OLD("%t [%p-%l] %q%u@%d "),
  /** Seconds, process id and user. */
  SECONDS_USER("%t [%p] %q%u@%d "),
  /** Seconds and process id. */
  SECONDS("%t [%p] "),
  /** The least pgBadger needs. */
  PGBADGER_LEAST("%t [%p]: "),
  /** pgBadger of old. */
  PGBADGER_LINE("%t [%p]: [%l-1] "),
  /** Packages for Red Hat before 10. */
  RED_HAT_OLD("< %m >"),
  /** The same with a blank. */
  RED_HAT_OLD_BLANK("< %m > "),
  /** Epoch times. */
  EPOCH("%n [%p] %u@%d %a: "),
  /** Only a time. */
  TIME("%t "),
  /** Only a time with milliseconds. */
  TIME_MILLISECONDS("%m "),
  /** Only the process id. */
  PROCESS("[%p] "),
  /** The default of 9.6: none. */
  NONE("");

  private final LogLinePrefix prefix;

  KnownPrefix(String format) {
    this.prefix = LogLinePrefix.parse(format);
  }

  LogLinePrefix prefix() {
    return prefix;
  }
}
