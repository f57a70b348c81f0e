package io.github.pgslowlog.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.ExtendedStatistics;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.postgres.server.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowDatabaseTest {
  private static final String SCHEMA =
      """
      CREATE TYPE public.mood AS ENUM ('sad', 'ok');
      CREATE TABLE public."Ord;ers" (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        "cu'st" int NOT NULL,
        m public.mood,
        c text COLLATE "C",
        g int GENERATED ALWAYS AS ("cu'st" + 1) STORED,
        CONSTRAINT positive CHECK ("cu'st" > 0));
      CREATE INDEX many ON public."Ord;ers" USING btree
        (lower(c), (("cu'st" + 1)) DESC, c COLLATE "POSIX" text_pattern_ops NULLS FIRST)
        INCLUDE (m) WHERE (m = 'sad'::public.mood);
      CREATE TABLE public.p (d date) PARTITION BY RANGE (d);
      CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
      CREATE INDEX pd ON public.p (d);
      CREATE TABLE public.ref (o bigint);
      ALTER TABLE public.ref ADD CONSTRAINT fk FOREIGN KEY (o) REFERENCES public."Ord;ers" (id)
        ON DELETE CASCADE NOT VALID;
      CREATE VIEW public.v AS SELECT o FROM public.ref;
      CREATE STATISTICS public.st (dependencies, mcv) ON "cu'st", m, lower(c)
        FROM public."Ord;ers";
      """;

  private static final String FACTS =
      """
      -- pgslowlog: {"fact":"server","version":"14.1","collation":"C","search_path":"\\"$user\\", app","observed_seconds":3600}
      -- pgslowlog: {"fact":"setting","name":"random_page_cost","value":"1.1"}
      -- pgslowlog: {"fact":"setting","name":"shared_preload_libraries","value":"evil"}
      -- pgslowlog: {"fact":"extension","name":"postgis"}
      -- pgslowlog: {"fact":"table","schema":"public","name":"ref","seq_scan":7,"n_tup_del":3}
      -- pgslowlog: {"fact":"index","schema":"public","name":"many","idx_scan":5,"last_idx_scan":"2024-01-02T03:04:05Z"}
      -- pgslowlog: {"fact":"index","schema":"public","name":"bad","idx_scan":0,"invalid":"CREATE INDEX bad ON public.ref USING btree (o)"}
      SELECT pg_restore_relation_stats('schemaname','public','relname','p1','relpages',10,'reltuples',1000::real,'relallvisible',5);
      SELECT pg_restore_relation_stats('schemaname','public','relname','many','relpages',77,'reltuples',9::real);
      SELECT pg_restore_attribute_stats('schemaname','public','relname','ref','attname','o','inherited',false,'null_frac',0.5::real,'avg_width',8,'n_distinct',-0.1::real,'most_common_vals','{1,2}','most_common_freqs','{0.2,0.1}','histogram_bounds','{3,5}','correlation',0.9::real);
      """;

  private static final TableName ORDERS = new TableName("public", "Ord;ers");

  @TempDir Path folder;

  @Test
  void theCatalogHasExtendedStatistics() throws IOException {
    Catalog catalog = load(FACTS, Map.of()).catalog();

    assertThat(catalog.extendedStatistics(ORDERS))
        .containsExactly(
            new ExtendedStatistics(
                "st",
                ORDERS,
                Set.of(ExtendedStatistics.Kind.DEPENDENCIES, ExtendedStatistics.Kind.MCV),
                List.of("cu'st", "m"),
                List.of("lower(c)")));
    assertThat(catalog.extendedStatistics(new TableName("public", "ref"))).isEmpty();
  }

  @Test
  void theCatalogHasTablesAndColumns() throws IOException {
    Catalog catalog = load(FACTS, Map.of()).catalog();

    Table orders = catalog.find(ORDERS).orElseThrow();
    assertThat(orders.columns())
        .containsExactly(
            new ColumnDefinition("id", "bigint", true),
            new ColumnDefinition("cu'st", "integer", true),
            new ColumnDefinition("m", "public.mood", false),
            new ColumnDefinition("c", "text", false, Optional.of("\"C\""), false),
            new ColumnDefinition("g", "integer", false, Optional.empty(), true));
    Table parent = catalog.find(new TableName("public", "p")).orElseThrow();
    assertThat(parent.kind()).isEqualTo(Table.Kind.PARTITIONED);
    assertThat(parent.partitionKey()).hasValue("RANGE (d)");
    assertThat(catalog.partitions(parent.name())).extracting(Table::name).hasSize(1);
    assertThat(catalog.find(new TableName("public", "v")).orElseThrow().definition())
        .hasValueSatisfying(query -> assertThat(query).contains("FROM public.ref"));
    assertThat(catalog.searchPath()).containsExactly("pg_catalog", "app");
  }

  @Test
  void theCatalogHasIndexesAndConstraints() throws IOException {
    Catalog catalog = load(FACTS, Map.of()).catalog();

    Index many = catalog.indexes(ORDERS).get(1);
    assertThat(many.keys())
        .containsExactly(
            IndexKey.ofExpression("lower(c)"),
            IndexKey.ofExpression("\"cu'st\" + 1").ordered(true, true),
            IndexKey.of("c")
                .ordered(false, true)
                .withOperatorClass("text_pattern_ops")
                .withCollation("\"POSIX\""));
    assertThat(many.included()).containsExactly("m");
    assertThat(many.predicate()).hasValue("m = 'sad'::public.mood");
    assertThat(many.pages()).isEqualTo(77);
    assertThat(many.activity().orElseThrow().scans()).isEqualTo(5);
    assertThat(catalog.indexes(new TableName("public", "p1")).get(0).parent())
        .hasValue(new IndexName("public", "pd"));
    Index bad = catalog.indexes(new TableName("public", "ref")).get(0);
    assertThat(bad.valid()).isFalse();
    Constraint fk = catalog.constraints(new TableName("public", "ref")).get(0);
    assertThat(fk.kind()).isEqualTo(Constraint.Kind.FOREIGN_KEY);
    assertThat(fk.columns()).containsExactly("o");
    assertThat(fk.referenced()).hasValue(ORDERS);
    assertThat(fk.onDelete()).isEqualTo(Constraint.Action.CASCADE);
    assertThat(fk.validated()).isFalse();
    assertThat(catalog.constraints(ORDERS))
        .extracting(Constraint::kind)
        .contains(Constraint.Kind.CHECK, Constraint.Kind.PRIMARY_KEY);
  }

  @Test
  void theCatalogHasStatisticsAndFacts() throws IOException {
    ShadowDatabase shadow = load(FACTS, Map.of("work_mem", "64MB"));

    Catalog catalog = shadow.catalog();
    assertThat(shadow.problems()).isEmpty();
    assertThat(shadow.assumed()).isFalse();
    assertThat(catalog.statistics(new TableName("public", "p")).orElseThrow().rows())
        .isEqualTo(1000);
    var statistics = catalog.statistics(new TableName("public", "ref")).orElseThrow();
    assertThat(statistics.rows()).isEqualTo(-1);
    assertThat(statistics.activity().orElseThrow().deleted()).isEqualTo(3);
    var column = statistics.column("o").orElseThrow();
    assertThat(column.commonValues()).containsExactly("1", "2");
    assertThat(column.histogram()).containsExactly("3", "5");
    assertThat(column.nullFraction()).isEqualTo(0.5);
    assertThat(catalog.server().version()).isEqualTo("14.1");
    assertThat(catalog.server().settings())
        .isEqualTo(Map.of("random_page_cost", "1.1", "work_mem", "64MB"));
    assertThat(catalog.server().extensions()).contains("postgis");
    assertThat(catalog.server().observed().orElseThrow()).hasHours(1);
  }

  @Test
  void theShadowCollatesLikeTheRealOne() throws IOException, SQLException {
    ShadowDatabase shadow = load(FACTS, Map.of());

    assertThat(
            Shadows.rows(
                shadow.name(),
                "SELECT datlocprovider, datcollate FROM pg_database"
                    + " WHERE datname = current_database()"))
        .containsExactly("c|C");
  }

  @Test
  void withoutStatisticsASizeIsAssumedAndSaid() throws IOException {
    Path schema = Files.writeString(folder.resolve("schema.sql"), SCHEMA);

    ShadowDatabase shadow =
        ShadowDatabase.load(
            SharedServer.get(),
            SharedServer.newDatabaseName(),
            SchemaSource.files(schema, Optional.empty()),
            Map.of());

    assertThat(shadow.assumed()).isTrue();
    assertThat(shadow.problems())
        .containsExactly(
            Problem.notice(
                schema
                    + ": planner settings of the server are not known:"
                    + " max_parallel_workers_per_gather 0, random_page_cost 1.1 assumed; give --set,"
                    + " or statistics by pgslowlog catalog"),
            Problem.notice(
                schema
                    + ": no statistics: every table is taken to have 1000000 rows, and every value"
                    + " to be about as frequent as any other; give --stats for advice that fits"));
    var size = shadow.catalog().statistics(new TableName("public", "ref")).orElseThrow();
    assertThat(size.rows()).isEqualTo(1_000_000);
    assertThat(size.pages()).isEqualTo(4408);
    assertThat(shadow.catalog().indexes(ORDERS).get(0).pages()).isPositive();
  }

  @Test
  void settingsThatAreGivenAreNotAssumed() throws IOException {
    String onlySizes = FACTS.substring(FACTS.indexOf("SELECT"));

    ShadowDatabase shadow =
        load(onlySizes, Map.of("random_page_cost", "2", "max_parallel_workers_per_gather", "3"));

    assertThat(shadow.problems()).isEmpty();
    assertThat(shadow.catalog().server().settings())
        .isEqualTo(Map.of("random_page_cost", "2", "max_parallel_workers_per_gather", "3"));
    assertThat(load(onlySizes, Map.of("random_page_cost", "2")).catalog().server().settings())
        .isEqualTo(Map.of("random_page_cost", "2", "max_parallel_workers_per_gather", "0"));
  }

  @Test
  void theDumpTellsTheVersionOfTheServer() throws IOException {
    Path schema =
        Files.writeString(
            folder.resolve("dump.sql"),
            "--\n-- PostgreSQL database dump\n--\n\n"
                + "-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)\n"
                + "-- Dumped by pg_dump version 18.1\n\n"
                + SCHEMA);

    ShadowDatabase shadow =
        ShadowDatabase.load(
            SharedServer.get(),
            SharedServer.newDatabaseName(),
            SchemaSource.files(schema, Optional.empty()),
            Map.of());

    assertThat(shadow.catalog().server().version()).isEqualTo("15.18");
  }

  @Test
  void statisticsMayBeInTheDumpOfTheSchema() throws IOException {
    Path both = Files.writeString(folder.resolve("both.sql"), SCHEMA + FACTS);

    ShadowDatabase shadow =
        ShadowDatabase.load(
            SharedServer.get(),
            SharedServer.newDatabaseName(),
            SchemaSource.files(both, Optional.empty()),
            Map.of());

    assertThat(shadow.assumed()).isFalse();
    assertThat(shadow.problems()).isEmpty();
    assertThat(shadow.catalog().statistics(new TableName("public", "p1")).orElseThrow().rows())
        .isEqualTo(1000);
  }

  @Test
  void settingsThatAreNoneOfThePlannerAreRefused() {
    assertThatThrownBy(() -> load(FACTS, Map.of("log_statement", "all")))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageStartingWith(
            "--set log_statement=all: not a setting of the planner; known are ");
    assertThatThrownBy(() -> load(FACTS, Map.of("work_mem", "much'")))
        .isInstanceOf(AnalyzerException.class)
        .hasMessage("--set work_mem=much': invalid value for parameter \"work_mem\": \"much'\"");
  }

  @Test
  void schemasAreSearchedWhoseTablesHaveNamesOfTheirOwn() throws IOException {
    String dump =
        """
        CREATE TABLE public.t (a int);
        CREATE TABLE "New App".u (a int);
        CREATE TABLE sales.orders (a int);
        CREATE TABLE sales.lone (a int);
        CREATE TABLE ops.orders (a int);
        CREATE TABLE old.t (a int);
        """;

    String size =
        "SELECT pg_restore_relation_stats('schemaname','public','relname','t','relpages',10,"
            + "'reltuples',1000::real,'relallvisible',5);";

    assertThat(load(dump, size, Map.of()).catalog().searchPath())
        .containsExactly("pg_catalog", "public", "New App");
  }

  private ShadowDatabase load(String statistics, Map<String, String> settings) throws IOException {
    return load(SCHEMA, statistics, settings);
  }

  private ShadowDatabase load(String dump, String statistics, Map<String, String> settings)
      throws IOException {
    Path schema = Files.writeString(folder.resolve("schema.sql"), dump);
    Path stats = Files.writeString(folder.resolve("stats.sql"), statistics);
    return ShadowDatabase.load(
        SharedServer.get(),
        SharedServer.newDatabaseName(),
        SchemaSource.files(schema, Optional.of(stats)),
        settings);
  }
}
