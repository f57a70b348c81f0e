/** Schema and statistics from dumps or a live server, and a planner to ask: a private PostgreSQL. */
@SuppressWarnings("requires-automatic")
module io.github.pgslowlog.postgres {
  requires static transitive org.jspecify;
  requires transitive io.github.pgslowlog.core;
  requires transitive java.sql;
  requires com.fasterxml.jackson.core;
  requires org.apache.commons.compress;
  requires org.postgresql.jdbc;
  requires org.slf4j;
  requires org.tukaani.xz;

  exports io.github.pgslowlog.postgres.live;
  exports io.github.pgslowlog.postgres.schema;
  exports io.github.pgslowlog.postgres.server;
  exports io.github.pgslowlog.postgres.whatif;
}
