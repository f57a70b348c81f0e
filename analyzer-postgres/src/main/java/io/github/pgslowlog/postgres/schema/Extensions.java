package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.diagnostics.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The extensions of a dump: the superuser creates those that an ordinary role could, and few more.
 */
final class Extensions {
  /**
   * Those marked as trusted, and {@code bloom} and {@code earthdistance}, which have nothing but
   * types, functions and an access method.
   *
   * <p>Source: <a href="https://www.postgresql.org/docs/18/contrib.html">Additional Supplied
   * Modules</a>.
   */
  private static final Set<String> ALLOWED =
      words(
          """
          bloom btree_gin btree_gist citext cube dict_int earthdistance fuzzystrmatch hstore intarray
          isn lo ltree pg_trgm pgcrypto seg tablefunc tsm_system_rows tsm_system_time unaccent
          uuid-ossp""");

  /** What has no types, functions or operators that a table, an index or a query would use. */
  private static final Set<String> NOT_NEEDED =
      words(
          """
          plpgsql adminpack amcheck auto_explain autoinc aws_commons aws_lambda aws_s3 dblink file_fdw
          hypopg insert_username moddatetime old_snapshot pageinspect pg_buffercache pg_cron
          pg_freespacemap pg_hint_plan pg_logicalinspect pg_partman pg_prewarm pg_qualstats pg_repack
          pg_stat_kcache pg_stat_monitor pg_stat_statements pg_surgery pg_visibility pg_wait_sampling
          pg_walinspect pgaudit pglogical pgrowlocks pgstattuple plpgsql_check postgres_fdw rds_tools
          refint set_user sslinfo tcn""");

  private final LoadSession session;
  private final Connection superuser;
  private final LoadNotes notes;
  private final Set<String> missing = new TreeSet<>();

  Extensions(LoadSession session, Connection superuser, LoadNotes notes) {
    this.session = session;
    this.superuser = superuser;
    this.notes = notes;
  }

  private static Set<String> words(String text) {
    return Set.of(text.split("\\s+", -1));
  }

  /** {@code CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public}. */
  void create(DumpStatement statement) throws SQLException {
    List<DumpToken> tokens = statement.tokens();
    int at = tokens.size() > 5 && tokens.get(2).isWord("if") ? 5 : 2;
    if (at >= tokens.size()) {
      return;
    }
    String schema = "";
    for (int i = at + 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isWord("schema")) {
        schema = tokens.get(i + 1).text();
      }
    }
    String name = tokens.get(at).text();
    if (!NOT_NEEDED.contains(name) && !create(name, schema) && missing.add(name)) {
      notes.add(
          Problem.Severity.NOTICE,
          statement.source().line(),
          "extension " + name,
          "it is not at hand here",
          "statements that use its functions or operators get no advice");
    }
  }

  /** Creates an extension; false if that is not possible. */
  boolean create(String name, String schema) throws SQLException {
    if (!ALLOWED.contains(name)) {
      return false;
    }
    String where = schema.isEmpty() || schema.startsWith("pg_") ? "public" : schema;
    session.run("CREATE SCHEMA IF NOT EXISTS " + Identifier.quoted(where));
    try (Statement create = superuser.createStatement()) {
      create.execute(
          "CREATE EXTENSION IF NOT EXISTS %s SCHEMA %s CASCADE"
              .formatted(Identifier.quoted(name), Identifier.quoted(where)));
      return true;
    } catch (SQLException e) {
      if (ServerError.of(e).isFatal()) {
        throw e;
      }
      return false;
    }
  }

  /** Those that are not at hand. */
  Set<String> missing() {
    return missing;
  }
}
