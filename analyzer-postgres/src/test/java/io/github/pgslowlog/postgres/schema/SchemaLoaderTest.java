package io.github.pgslowlog.postgres.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.postgres.server.SharedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaLoaderTest {
  private static final String RELATIONS =
      """
      SELECT c.relname, c.relkind FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname !~ '^(pg_|information)' ORDER BY 1
      """;

  @TempDir Path folder;

  /** What a dump says, what is missing, and what came of it: a query and its rows. */
  static Stream<Arguments> mended() {
    return Stream.of(
        Arguments.of(
            "a type of a missing extension, with modifiers, and its array",
            "CREATE TABLE public.t (id int, g public.geometry(Point,4326), h public.geometry[]);",
            "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
                + " WHERE attrelid = 'public.t'::regclass AND attnum > 0 ORDER BY attnum",
            List.of("id|integer", "g|geometry", "h|geometry[]"),
            "schema.sql: type geometry is not at hand: no advice on public.t.g, public.t.h"),
        Arguments.of(
            "a collation of the operating system",
            "CREATE TABLE public.t (id int, a text COLLATE pg_catalog.\"nds_DE.utf9\" NOT NULL);",
            "SELECT collname, collprovider, colllocale FROM pg_attribute JOIN pg_collation l"
                + " ON l.oid = attcollation WHERE attrelid = 'public.t'::regclass AND attnum = 2",
            List.of("nds_DE.utf9|i|nds-DE"),
            "schema.sql:1: collation nds_DE.utf9 is not loaded: it is not at hand here;"
                + " one of ICU takes its place"),
        Arguments.of(
            "a default, a check and a generated column by functions that are not there",
            "CREATE TABLE public.t (id int DEFAULT public.f() NOT NULL,"
                + " a int GENERATED ALWAYS AS (public.g(id)) STORED, b int CHECK (public.h(b)));",
            "SELECT attname, attnotnull FROM pg_attribute"
                + " WHERE attrelid = 'public.t'::regclass AND attnum > 0 ORDER BY attnum",
            List.of("id|t", "a|f", "b|f"),
            "schema.sql:1: a CHECK clause is not loaded: function public.h(integer) does not exist;"
                + " the table is planned without it"),
        Arguments.of(
            "a function in a language that is not there, and an index by it",
            "CREATE FUNCTION public.f(text) RETURNS text LANGUAGE plv8 IMMUTABLE AS 'x';"
                + "CREATE FUNCTION public.g(text) RETURNS text LANGUAGE c IMMUTABLE AS 'a', 'b';"
                + "CREATE TABLE public.t (a text);"
                + "CREATE INDEX i ON public.t (public.f(a)); CREATE INDEX j ON public.t (g(a));",
            RELATIONS,
            List.of("i|i", "j|i", "t|r"),
            ""),
        Arguments.of(
            "an index by functions whose bodies name objects without schemas",
            "CREATE EXTENSION unaccent SCHEMA public; SET search_path = '';"
                + "CREATE FUNCTION app.f(text) RETURNS text LANGUAGE sql IMMUTABLE AS"
                + " 'SELECT lower(g($1))';"
                + "CREATE FUNCTION app.g(text) RETURNS text LANGUAGE sql IMMUTABLE AS"
                + " 'SELECT unaccent($1)'; CREATE SCHEMA app;"
                + "CREATE TABLE app.t (a text); CREATE INDEX i ON app.t (app.f(a));",
            RELATIONS,
            List.of("i|i", "t|r"),
            ""),
        Arguments.of(
            "a schema and an extension that the dump has not",
            "CREATE TABLE app.t (a public.citext, b text);"
                + "CREATE INDEX i ON app.t USING gin (b public.gin_trgm_ops);",
            "SELECT extname FROM pg_extension ORDER BY 1",
            List.of("citext", "pg_trgm", "plpgsql"),
            ""),
        Arguments.of(
            "storage parameters, tablespaces and table access methods of other servers",
            "CREATE TABLE public.t (a int) WITH (foo.bar=1); CREATE TABLE public.u (a int)"
                + " USING columnar; CREATE INDEX i ON public.t (a) TABLESPACE fast;",
            RELATIONS,
            List.of("i|i", "t|r", "u|r"),
            ""),
        Arguments.of(
            "statements in the wrong order",
            "ALTER TABLE public.a ADD FOREIGN KEY (b) REFERENCES public.b (a);"
                + "CREATE VIEW public.v AS SELECT * FROM public.a; CREATE TABLE public.a (b int);"
                + "CREATE TABLE public.b (a int PRIMARY KEY);",
            RELATIONS,
            List.of("a|r", "b|r", "b_pkey|i", "v|v"),
            ""),
        Arguments.of(
            "a view as pg_dump of 9.6 writes one that needs a key",
            "CREATE TABLE public.t (a int, b text); CREATE TABLE public.v (a int, n bigint);"
                + "ALTER TABLE ONLY public.v REPLICA IDENTITY NOTHING;"
                + "CREATE RULE \"_RETURN\" AS ON SELECT TO public.v DO INSTEAD"
                + " SELECT a, b, count(*) AS n FROM public.t GROUP BY a;"
                + "ALTER TABLE ONLY public.t ADD CONSTRAINT k PRIMARY KEY (a);"
                + "CREATE RULE r AS ON INSERT TO public.t DO INSTEAD NOTHING;",
            RELATIONS,
            List.of("k|i", "t|r", "v|v"),
            ""),
        Arguments.of(
            "a materialized view is not filled",
            "CREATE TABLE public.t (a int);"
                + "CREATE MATERIALIZED VIEW public.m AS SELECT generate_series(1, 1000000000000) g;",
            "SELECT relname, relispopulated FROM pg_class WHERE relkind = 'm'",
            List.of("m|f"),
            ""),
        Arguments.of(
            "an index of a partitioned table that lacks one of a partition is not valid",
            "CREATE TABLE public.p (a int) PARTITION BY LIST (a); CREATE TABLE public.q (a int);"
                + "ALTER TABLE ONLY public.p ATTACH PARTITION public.q DEFAULT;"
                + "CREATE INDEX i ON ONLY public.p (a); CREATE INDEX j ON ONLY public.p (a);"
                + "CREATE INDEX k ON public.q (a); ALTER INDEX public.j ATTACH PARTITION public.k;",
            "SELECT indexrelid::regclass, indisvalid FROM pg_index WHERE indrelid = 'p'::regclass"
                + " ORDER BY 1",
            List.of("i|f", "j|t"),
            ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mended")
  void whatAnotherServerHasIsReplaced(
      String name, String dump, String query, List<String> rows, String problem)
      throws SQLException {
    String database = SharedServer.newDatabase();

    LoadedSchema schema = Shadows.load(database, dump);

    assertThat(Shadows.rows(database, query)).isEqualTo(rows);
    assertThat(schema.problems())
        .filteredOn(p -> p.severity() == Problem.Severity.DAMAGE)
        .isEmpty();
    if (!problem.isEmpty()) {
      assertThat(schema.problems()).extracting(Problem::message).contains(problem);
    }
  }

  @Test
  void whatBelongsToRolesLeavesNoNote() throws SQLException {
    LoadedSchema schema =
        Shadows.load(
            SharedServer.newDatabase(),
            """
            SET default_tablespace = fast;
            SET some.parameter = 'x';
            CREATE SCHEMA public;
            CREATE TABLE public.t (a int);
            ALTER TABLE public.t OWNER TO bob;
            GRANT ALL ON TABLE public.t TO eve;
            CREATE TRIGGER t BEFORE INSERT ON public.t EXECUTE FUNCTION public.missing();
            CREATE POLICY p ON public.t USING (missing());
            ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;
            CREATE PUBLICATION p FOR TABLE public.t;
            COMMENT ON TABLE public.t IS 'x';
            """);

    assertThat(schema.tables()).isEqualTo(1);
    assertThat(schema.problems()).isEmpty();
  }

  @Test
  void failuresOfOneKindAreOneProblem() throws SQLException {
    LoadedSchema schema =
        Shadows.load(
            SharedServer.newDatabase(),
            """
            CREATE EXTENSION postgis;
            CREATE TABLE public.t (a int);
            CREATE INDEX i1 ON public.t (missing);
            CREATE INDEX i2 ON public.t (missing);
            CREATE VIEW public.v AS SELECT public.st_area(a) FROM public.t;
            """);

    assertThat(schema.missingExtensions()).containsExactly("postgis");
    assertThat(schema.problems())
        .containsExactly(
            Problem.notice(
                "schema.sql:1: extension postgis is not loaded: it is not at hand here;"
                    + " statements that use its functions or operators get no advice"),
            Problem.damage(
                "schema.sql:3: CREATE INDEX is not loaded (and 1 more like it): column \"missing\""
                    + " does not exist; advice does not know that this index exists"),
            Problem.notice(
                "schema.sql:5: CREATE VIEW is not loaded: function public.st_area(integer) does not"
                    + " exist; statements that use it get no advice"));
  }

  @Test
  void aHostileDumpDoesNothing() throws SQLException {
    Path proof = folder.resolve("proof");
    String database = SharedServer.newDatabase();

    LoadedSchema schema =
        Shadows.load(
            database,
            """
            COPY pg_class TO PROGRAM 'touch %1$s';
            ALTER ROLE planner SUPERUSER;
            ALTER SYSTEM SET work_mem = '99MB';
            DO $$ BEGIN EXECUTE 'CREATE TABLE public.done ()'; END $$;
            CREATE FUNCTION public.f() RETURNS int LANGUAGE plpgsql IMMUTABLE AS
              $$ BEGIN EXECUTE 'COPY pg_class TO PROGRAM ''touch %1$s'''; RETURN 1; END $$;
            CREATE TABLE public.t (a int);
            ALTER TABLE public.t ADD COLUMN b int DEFAULT public.f();
            CREATE TABLE public.u AS SELECT public.f();
            SELECT public.f();
            CREATE FUNCTION public.c() RETURNS int LANGUAGE c AS '/lib/x86_64-linux-gnu/libc.so.6', 'abort';
            CREATE EXTENSION plpython3u;
            """
                .formatted(proof));

    assertThat(proof).doesNotExist();
    assertThat(Shadows.rows(database, RELATIONS)).containsExactly("t|r");
    assertThat(Shadows.rows(database, "SELECT rolsuper FROM pg_roles WHERE rolname = 'planner'"))
        .containsExactly("f");
    assertThat(schema.tables()).isEqualTo(1);
  }

  @Test
  void aFunctionOfADumpIsNotTakenForOneOfTheSystem() throws SQLException {
    String database = SharedServer.newDatabase();

    LoadedSchema schema =
        Shadows.load(
            database,
            """
            CREATE FUNCTION public.format(text, name, name, name) RETURNS text LANGUAGE plpgsql AS
              $$ BEGIN ALTER ROLE planner SUPERUSER; RETURN 'seized'; END $$;
            CREATE TABLE public.t (g public.geometry);
            """);

    assertThat(Shadows.rows(database, "SELECT rolsuper FROM pg_roles WHERE rolname = 'planner'"))
        .containsExactly("f");
    assertThat(schema.problems())
        .containsExactly(
            Problem.notice("schema.sql: type geometry is not at hand: no advice on public.t.g"));
  }

  @Test
  void tablesOfTwoDatabasesAreRefused() throws SQLException {
    String database = SharedServer.newDatabase();
    String dump =
        """
        \\connect template1
        CREATE SCHEMA s;
        \\connect shop
        CREATE TABLE public.t (a int);
        \\connect -reuse-previous=on "dbname='a b'"
        """;

    assertThat(Shadows.load(database, dump).tables()).isEqualTo(1);
    assertThatThrownBy(
            () -> Shadows.load(SharedServer.newDatabase(), dump + "CREATE TABLE public.u (a int);"))
        .isInstanceOf(AnalyzerException.class)
        .hasMessage(
            "schema.sql:6: tables of a second database, \"dbname='a b'\" behind shop;"
                + " give a dump of one: pg_dump --schema-only");
  }

  @Test
  void foreignTablesAreReplacedByOrdinaryOnes() throws SQLException {
    String database = SharedServer.newDatabase();

    LoadedSchema schema =
        Shadows.load(
            database,
            """
            CREATE FOREIGN TABLE app."far;away" (id int OPTIONS (column_name 'i;d') NOT NULL, v text)
              SERVER s OPTIONS (table_name 'x');
            """);

    assertThat(schema.foreignTables()).containsExactly(new TableName("app", "far;away"));
    assertThat(Shadows.rows(database, RELATIONS)).containsExactly("far;away|r");
  }

  @Test
  void aFileWithoutTablesSaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.sql"), "SELECT 1;");

    assertThatThrownBy(
            () -> SchemaLoader.load(SharedServer.get(), SharedServer.newDatabase(), file))
        .isInstanceOf(AnalyzerException.class)
        .hasMessage(
            "%s: no table could be loaded: %s:1: 1 statement is not run: it holds rows, or is"
                + " none of a schema dump",
            file, file);
  }

  @Test
  void aDumpInCustomFormatSaysHowToMakeItText() throws IOException {
    Path file = Files.write(folder.resolve("a.dump"), new byte[] {'P', 'G', 'D', 'M', 'P', 1, 14});

    assertThatThrownBy(() -> FileStatements.open(file))
        .hasMessage(
            "%s: a dump in custom format; make it SQL with: pg_restore --schema-only -f schema.sql %s",
            file, file);
  }

  @Test
  void aDumpInTarFormatSaysHowToMakeItText() throws IOException {
    Path file = folder.resolve("a.tar");
    try (var tar =
        new org.apache.commons.compress.archivers.tar.TarArchiveOutputStream(
            Files.newOutputStream(file))) {
      var entry = new org.apache.commons.compress.archivers.tar.TarArchiveEntry("toc.dat");
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    }

    assertThatThrownBy(() -> FileStatements.open(file))
        .hasMessage(
            "%s: a dump in tar format; make it SQL with: pg_restore --schema-only -f schema.sql %s",
            file, file);
  }

  @Test
  void aFileThatIsNotThereSaysSo() {
    Path file = folder.resolve("missing.sql");

    assertThatThrownBy(() -> FileStatements.open(file))
        .hasMessage("%s: cannot be read: there is no such file", file);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void dumpsAreReadInTheirEncoding(String setting, java.nio.charset.Charset charset)
      throws IOException {
    Path file = folder.resolve("a.sql");
    Files.write(file, (setting + "CREATE TABLE \"gr\u00fc\u00df\" ();").getBytes(charset));

    try (FileStatements statements = FileStatements.open(file)) {
      String all = "";
      for (SourceStatement next = statements.next(); next != null; next = statements.next()) {
        all += next.text();
      }
      assertThat(all).endsWith("CREATE TABLE \"gr\u00fc\u00df\" ()");
    }
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("", StandardCharsets.UTF_8),
        Arguments.of("SET client_encoding = 'UTF8';\n", StandardCharsets.UTF_8),
        Arguments.of("SET client_encoding = 'LATIN1';\n", StandardCharsets.ISO_8859_1),
        Arguments.of(
            "SET client_encoding = 'WIN1252';\n", java.nio.charset.Charset.forName("windows-1252")),
        Arguments.of("SET client_encoding = 'UTF8';\n", StandardCharsets.UTF_16));
  }
}
