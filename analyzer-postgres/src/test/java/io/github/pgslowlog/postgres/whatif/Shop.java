package io.github.pgslowlog.postgres.whatif;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.postgres.server.SharedServer;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A small shop: a database with rows, and its shadow with their statistics alone. */
final class Shop {
  /** What there is to know of the shop besides what its server knows. */
  static final Catalog CATALOG = new Catalog(List.of(), List.of("public"));

  private static final String TABLE_STATISTICS =
      """
      SELECT format('SELECT pg_restore_relation_stats(''schemaname'', %L, ''relname'', %L,'
          ' ''relpages'', %s, ''reltuples'', %s::real, ''relallvisible'', %s)',
        n.nspname, c.relname, c.relpages, c.reltuples, c.relallvisible)
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'i')
      """;

  private static final String COLUMN_STATISTICS =
      """
      SELECT format('SELECT pg_restore_attribute_stats(''schemaname'', %L, ''relname'', %L,'
          ' ''attname'', %L, ''inherited'', %L::bool, ''null_frac'', %L::real,'
          ' ''avg_width'', %L::int, ''n_distinct'', %L::real', schemaname, tablename, attname,
          inherited, null_frac, avg_width, n_distinct)
        || coalesce(format(', ''most_common_vals'', %L::text, ''most_common_freqs'', %L::real[]',
          most_common_vals::text, most_common_freqs), '')
        || coalesce(format(', ''histogram_bounds'', %L::text', histogram_bounds::text), '')
        || coalesce(format(', ''correlation'', %L::real', correlation), '')
        || coalesce(format(', ''most_common_elems'', %L::text,'
          ' ''most_common_elem_freqs'', %L::real[]',
          most_common_elems::text, most_common_elem_freqs), '')
        || coalesce(format(', ''elem_count_histogram'', %L::real[]', elem_count_histogram), '')
        || coalesce(format(', ''range_length_histogram'', %L::text,'
          ' ''range_empty_frac'', %L::real, ''range_bounds_histogram'', %L::text',
          range_length_histogram::text, range_empty_frac, range_bounds_histogram::text), '')
        || ')'
      FROM pg_stats WHERE schemaname = 'public'
      """;

  private Shop() {}

  /** Makes the database with rows; its statistics are of all rows, so that they are the same. */
  static String real() throws SQLException, IOException {
    String name = SharedServer.newDatabase();
    try (Connection connection = SharedServer.get().connect(name);
        Statement statement = connection.createStatement()) {
      statement.execute("SET default_statistics_target = 400");
      // A commit that is not on disk yet does not make rows visible to all.
      statement.execute("SET synchronous_commit = on");
      statement.execute(text("shop-schema.sql"));
      statement.execute(text("shop-rows.sql"));
      statement.execute("VACUUM ANALYZE");
    }
    return name;
  }

  /** Makes a database with the schema and statistics of another. */
  static String shadow(String real) throws SQLException, IOException {
    String name = SharedServer.newDatabase();
    List<String> statistics = new ArrayList<>();
    try (Connection connection = SharedServer.get().connect(real);
        Statement statement = connection.createStatement()) {
      statistics.addAll(Rows.texts(statement, TABLE_STATISTICS));
      statistics.addAll(Rows.texts(statement, COLUMN_STATISTICS));
    }
    try (Connection connection = SharedServer.get().connect(name);
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(text("shop-schema.sql"));
      for (String each : statistics) {
        statement.execute(each);
      }
    }
    return name;
  }

  /** The queries, without the comments between them. */
  static List<String> queries() throws IOException {
    return Arrays.stream(text("shop-queries.sql").split("\n"))
        .filter(line -> !line.startsWith("--"))
        .toList();
  }

  /** Indexes of every kind. */
  static List<CandidateIndex> candidates() {
    return List.of(
        btree("orders", "customer_id"),
        btree("orders", "customer_id", "placed_at"),
        btree("orders", "placed_at"),
        btree("orders", "total"),
        btree("orders", "status", "total"),
        btree("customers", "credit"),
        btree("customers", "created_at"),
        btree("customers", "name"),
        btree("customers", "note"),
        btree("items", "product_id", "quantity"),
        btree("documents", "owner"),
        btree("orders", "placed_at").where("status = 'pending'"),
        btree("orders", "shipped_on").where("NOT paid"),
        btree("orders", "placed_at").including(List.of("customer_id", "total")),
        btree("items", "product_id").including(List.of("price")),
        expression("customers", "lower(email)"),
        expression("customers", "upper(country)"),
        expression("orders", "date_trunc('day', placed_at)"),
        expression("orders", "customer_id % 100"),
        expression("customers", "substring(name, 6, 2)"),
        expression("customers", "(created_at AT TIME ZONE 'UTC')::date"),
        expression("documents", "attributes ->> 'color'"),
        other("documents", "gin", IndexKey.of("title").withOperatorClass("gin_trgm_ops")),
        other("documents", "gin", IndexKey.of("tags")),
        other("documents", "gin", IndexKey.of("attributes").withOperatorClass("jsonb_path_ops")),
        other("customers", "hash", IndexKey.of("email")),
        other("orders", "brin", IndexKey.of("id")),
        other("orders", "brin", IndexKey.of("shipped_on")),
        other("documents", "gist", IndexKey.of("valid_at")),
        btree("events", "user_id", "happened_at"),
        btree("events", "kind", "user_id"));
  }

  static CandidateIndex btree(String table, String... columns) {
    return new CandidateIndex(table(table), Arrays.stream(columns).map(IndexKey::of).toList());
  }

  static CandidateIndex expression(String table, String sql) {
    return new CandidateIndex(table(table), List.of(IndexKey.ofExpression(sql)));
  }

  static CandidateIndex other(String table, String method, IndexKey key) {
    return new CandidateIndex(table(table), method, List.of(key), List.of(), Optional.empty());
  }

  static TableName table(String name) {
    return new TableName("public", name);
  }

  static String text(String resource) throws IOException {
    try (InputStream in = Objects.requireNonNull(Shop.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
