package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.Migrations;
import io.github.pgslowlog.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same index is written once, and what is there is never replaced. */
class MigrationFolderTest {
  private static final String INDEX =
      "CREATE INDEX CONCURRENTLY orders_a_idx\n  ON public.orders (a);\n";

  private static final String OTHER =
      "CREATE INDEX CONCURRENTLY orders_b_idx\n  ON public.orders (b);\n";

  private @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "V20261121010101__create_orders_a_idx.sql, .conf",
    "V20261020030405__create_orders_a_idx.sql, .conf",
    "V7__my_own_name.sql,                      .conf",
    "V1.2__create_orders_a_idx.sql,            .conf",
  })
  void theSameStatementIsThereWhateverItsVersion(String name, String settings) throws IOException {
    Files.writeString(folder.resolve(name), "-- found on Monday, cost 7\n\n" + INDEX);
    Files.writeString(folder.resolve(name + settings), "executeInTransaction=false\n# mine\n");
    List<Path> before = files();

    String done = save(ReportFormat.FLYWAY, flyway("20261121010101", "orders_a_idx", INDEX));

    assertThat(done).isEqualTo(folder + ": 0 files for flyway written, 2 there already");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void settingsThatAreMissingBesideAScriptAreWritten() throws IOException {
    Files.writeString(folder.resolve("V3__create_orders_a_idx.sql"), INDEX);

    String done = save(ReportFormat.FLYWAY, flyway("20261121010101", "orders_a_idx", INDEX));

    assertThat(done).isEqualTo(folder + ": 1 file for flyway written, 1 there already");
    assertThat(folder.resolve("V3__create_orders_a_idx.sql.conf"))
        .hasContent("executeInTransaction=false");
  }

  @Test
  void migrationsOfRailsAndLiquibaseAreKnownByTheirStatements() throws IOException {
    String ruby =
        """
        class CreateOrdersAIdx < ActiveRecord::Migration[%s]
          disable_ddl_transaction!

          def up
            execute 'CREATE INDEX'
          end
        end
        """;
    Files.writeString(folder.resolve("20250101000000_create_orders_a_idx.rb"), ruby.formatted(7.1));
    String changes = "--liquibase formatted sql\n\n--changeset pgslowlog:%s\n" + INDEX;
    Files.writeString(folder.resolve("3_create_orders_a_idx.sql"), changes.formatted(3));

    assertThat(
            save(
                ReportFormat.RAILS,
                List.of(file("20261121010101_create_orders_a_idx.rb", ruby.formatted("5.0")))))
        .endsWith(": 0 files for rails written, 1 there already");
    assertThat(
            save(
                ReportFormat.LIQUIBASE,
                List.of(file("20261121010101_create_orders_a_idx.sql", changes.formatted(1)))))
        .endsWith(": 0 files for liquibase written, 1 there already");
    assertThat(files()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "LIQUIBASE, V20261120010101__create_orders_a_idx.sql, ''",
    "LIQUIBASE, V7__my_own_name.sql,                      ''",
    "FLYWAY,    20261120010101_create_orders_a_idx.sql,   --liquibase formatted sql",
    "FLYWAY,    V7__my_own_name.sql,                      -- Liquibase formatted SQL",
  })
  void whatIsForAnotherToolIsNotThere(ReportFormat format, String name, String head)
      throws IOException {
    Path there = Files.writeString(folder.resolve(name), head + "\n" + INDEX);
    Migrations.File file = file("20261121010101_create_orders_a_idx.sql", "-- new\n" + INDEX);

    assertThatThrownBy(() -> save(format, List.of(file)))
        .isInstanceOf(AnalyzerException.class)
        .hasMessage(
            there
                + ": this migration does the same, but is not for "
                + format.word()
                + ", and may have run; nothing was written; name another folder, or remove the file"
                + " if it has not run");
    assertThat(files()).containsExactly(there);
  }

  @ParameterizedTest
  @ValueSource(strings = {"V1__init.sql", "V20261121010101__create_orders_a_idx.sql.conf"})
  void aFileThatCannotBeReadIsNamed(String name) throws IOException {
    Path unreadable = Path.of("/proc/self/mem");
    Assumptions.assumeTrue(Files.exists(unreadable), "only Linux has a file that fails");
    Path there = Files.createSymbolicLink(folder.resolve(name), unreadable);

    assertThatThrownBy(
            () -> save(ReportFormat.FLYWAY, flyway("20261121010101", "orders_a_idx", INDEX)))
        .isInstanceOf(AnalyzerException.class)
        .hasMessage(
            there
                + ": this migration cannot be read, so nobody knows whether it does the same:"
                + " Input/output error; nothing was written; make it readable for you, or name"
                + " another folder");
    assertThat(files()).containsExactly(there);
  }

  @Test
  void aFileOfSomebodyElseIsNamed() throws IOException {
    Path there = Files.writeString(folder.resolve("V1__init.sql"), OTHER);
    Files.setPosixFilePermissions(there, Set.of());
    Assumptions.assumeFalse(Files.isReadable(there), "root may read anything");

    assertThatThrownBy(
            () -> save(ReportFormat.FLYWAY, flyway("20261121010101", "orders_a_idx", INDEX)))
        .hasMessage(
            there
                + ": this migration cannot be read, so nobody knows whether it does the same:"
                + " permission denied; nothing was written; make it readable for you, or name"
                + " another folder");
  }

  // --- before anything is read

  @ParameterizedTest
  @CsvSource({"file, file", "file/db/migration, file", "link, link"})
  void aFileIsNoFolder(String name, String file) throws IOException {
    Files.writeString(folder.resolve("file"), "");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("missing"));

    assertCheck(name, folder.resolve(file) + ": this is a file; name a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"locked", "locked/db/migration"})
  void aFolderWhereNothingCanBePutIsRefused(String name) throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    Assumptions.assumeFalse(Files.isWritable(locked), "root may write anywhere");

    assertCheck(
        name,
        folder.resolve(name)
            + ": the migrations cannot be written: permission denied; name a file and a folder you"
            + " may write to");
  }

  @Test
  void whereAllIsThereNothingNeedBeWritten() throws IOException {
    save(ReportFormat.FLYWAY, flyway("20261121010101", "orders_a_idx", INDEX));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));

    try {
      assertThat(save(ReportFormat.FLYWAY, flyway("20261121010101", "orders_a_idx", INDEX)))
          .isEqualTo(folder + ": 0 files for flyway written, 2 there already");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private void assertCheck(String name, String message) {
    assertThatThrownBy(
            () -> new MigrationFolder(folder.resolve(name).toString(), ReportFormat.FLYWAY).check())
        .isInstanceOf(AnalyzerException.class)
        .hasMessage(message);
  }

  // --- what is in the way

  @Test
  void theSameNameWithAnotherStatementIsInTheWay() throws IOException {
    Path there =
        Files.writeString(folder.resolve("V20261020030405__create_orders_a_idx.sql"), OTHER);

    assertRefused(there + ": a migration of this name is there with another content");
  }

  @Test
  void theSameVersionOfAnotherMigrationIsInTheWay() throws IOException {
    Path there = Files.writeString(folder.resolve("V20261121010101__other.sql"), OTHER);

    assertRefused(
        there + ": this migration has the version of V20261121010101__create_orders_a_idx.sql");
  }

  @Test
  void filesOfOthersAreNoMatter() throws IOException {
    Files.writeString(folder.resolve("README.sql"), INDEX);
    Files.write(folder.resolve("V1__init.sql"), new byte[] {'a', (byte) 0xff, '\n'});
    Files.write(folder.resolve("V2__data.sql"), new byte[200_000]);
    Files.createDirectory(folder.resolve("V20261121010101__create_orders_a_idx.d"));

    String done = save(ReportFormat.FLYWAY, flyway("20261121010101", "orders_a_idx", INDEX));

    assertThat(done).isEqualTo(folder + ": 2 files for flyway written");
  }

  @Test
  void aLinkToAFolderIsAFolder() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    new MigrationFolder(link.toString(), ReportFormat.FLYWAY)
        .save(flyway("20261121010101", "orders_a_idx", INDEX));

    assertThat(real.resolve("V20261121010101__create_orders_a_idx.sql")).exists();
  }

  @Test
  void whatFailsHalfWayLeavesNothing() throws IOException {
    List<Migrations.File> files = flyway("20261121010101", "orders_a_idx", INDEX);
    files.add(file("V20261121010102__" + "x".repeat(300) + ".sql", OTHER));

    assertThatThrownBy(() -> save(ReportFormat.FLYWAY, files))
        .isInstanceOf(AnalyzerException.class)
        .hasMessageStartingWith(folder + ": the migrations cannot be written: ");
    assertThat(files()).isEmpty();
  }

  private void assertRefused(String reason) throws IOException {
    List<Path> before = files();
    List<Migrations.File> files = flyway("20261121010102", "orders_b_idx", OTHER + "\n");
    files.addAll(0, flyway("20261121010101", "orders_a_idx", INDEX));

    assertThatThrownBy(() -> save(ReportFormat.FLYWAY, files))
        .isInstanceOf(AnalyzerException.class)
        .hasMessage(
            reason
                + ", and may have run; nothing was written; name another folder, or remove the file"
                + " if it has not run");
    assertThat(files()).isEqualTo(before);
  }

  private String save(ReportFormat format, List<Migrations.File> files) {
    return new MigrationFolder(folder.toString(), format).save(files);
  }

  private static List<Migrations.File> flyway(String version, String index, String statement) {
    String name = "V" + version + "__create_" + index + ".sql";
    return new ArrayList<>(
        List.of(
            file(name, "-- " + version + "\n" + statement),
            file(name + ".conf", "executeInTransaction=false\n")));
  }

  private static Migrations.File file(String name, String content) {
    return new Migrations.File(name, content);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
