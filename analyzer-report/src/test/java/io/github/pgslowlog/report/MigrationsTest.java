package io.github.pgslowlog.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Recommendation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationsTest {
  private static final List<ReportFormat> FORMATS =
      List.of(ReportFormat.FLYWAY, ReportFormat.LIQUIBASE, ReportFormat.RAILS);

  private static final String INDEX = "orders_customer_id_created_at_total_partial_idx";

  @Test
  void flywayHasAFileAndItsSettingsForEachIndex() {
    List<Migrations.File> files = Migrations.of(Advised.index(), ReportFormat.FLYWAY);

    assertThat(files)
        .extracting(Migrations.File::name)
        .containsExactly(
            "V20261120092845__create_" + INDEX + ".sql",
            "V20261120092845__create_" + INDEX + ".sql.conf");
    assertThat(files.get(0).content())
        .startsWith("-- Create an index on public.orders\n-- equality, then the order asked for: ")
        .contains("\nCREATE INDEX CONCURRENTLY " + INDEX + " ON public.orders (customer_id, ")
        .endsWith("WHERE status <> 'done';\n");
    assertThat(files.get(1).content())
        .isEqualTo("executeInTransaction=false\nplaceholderReplacement=false\n");
  }

  @Test
  void liquibaseRunsItOutsideOfATransactionAndKnowsTheRollback() {
    List<Migrations.File> files = Migrations.of(Advised.index(), ReportFormat.LIQUIBASE);

    assertThat(files).hasSize(1);
    assertThat(files.get(0).content())
        .startsWith(
            "--liquibase formatted sql\n\n--changeset pgslowlog:20261120092845_create_"
                + INDEX
                + " runInTransaction:false dbms:postgresql\n-- | Create an index")
        .endsWith("\n--rollback DROP INDEX CONCURRENTLY public." + INDEX + ";\n");
  }

  @Test
  void railsDisablesTheTransactionOfTheMigration() {
    List<Migrations.File> files = Migrations.of(Advised.index(), ReportFormat.RAILS);

    assertThat(files)
        .extracting(Migrations.File::name)
        .containsExactly("20261120092845_create_" + INDEX + ".rb");
    assertThat(files.get(0).content())
        .contains(
            """
            class CreateOrdersCustomerIdCreatedAtTotalPartialIdx < ActiveRecord::Migration[5.0]
              disable_ddl_transaction!

              def up
                execute 'CREATE INDEX CONCURRENTLY\
            """)
        .contains("WHERE status <> \\'done\\''\n  end\n")
        .contains(
            "  def down\n    execute 'DROP INDEX CONCURRENTLY public." + INDEX + "'\n  end\nend\n");
  }

  @Test
  void eachStatementIsSentOnItsOwn() {
    Analysis analysis =
        created(
            """
            CREATE INDEX i ON ONLY public.orders (id);
            CREATE INDEX CONCURRENTLY i1 ON public.orders_1 (id);
            ALTER INDEX public.i ATTACH PARTITION public.i1;""");

    assertThat(Migrations.of(analysis, ReportFormat.RAILS).get(0).content())
        .contains(
            """
                execute 'CREATE INDEX i ON ONLY public.orders (id)'
                execute 'CREATE INDEX CONCURRENTLY i1 ON public.orders_1 (id)'
                execute 'ALTER INDEX public.i ATTACH PARTITION public.i1'
            """);
  }

  @Test
  void theVersionOfAStatementDoesNotDependOnTheOthers() {
    String one = "CREATE INDEX CONCURRENTLY a ON public.orders (a);";
    String other = "CREATE INDEX CONCURRENTLY b ON public.orders (b);";
    Analysis both =
        Advised.by(pattern -> List.of(create(one, "public.a"), create(other, "public.b")));
    Analysis single = Advised.by(pattern -> List.of(create(other, "public.b")));

    assertThat(Migrations.of(both, ReportFormat.FLYWAY))
        .containsAll(Migrations.of(single, ReportFormat.FLYWAY));
  }

  @Test
  void namesOfTwoIndexesDiffer() {
    Analysis analysis =
        Advised.by(
            pattern ->
                List.of(
                    create("CREATE INDEX CONCURRENTLY \"a b\" ON public.orders (id);", "\"a b\""),
                    create("CREATE INDEX CONCURRENTLY \"a.b\" ON public.orders (id);", "\"a.b\"")));

    assertThat(Migrations.of(analysis, ReportFormat.RAILS))
        .extracting(file -> file.content().replaceAll("(?s).*class (\\w+) .*", "$1"))
        .doesNotHaveDuplicates();
    assertThat(Migrations.of(analysis, ReportFormat.RAILS))
        .extracting(Migrations.File::name)
        .allMatch(name -> name.matches("[a-z0-9_.]+"))
        .doesNotHaveDuplicates();
  }

  /** The line would be a rollback of its own, and Ruby would see the end of its text. */
  @Test
  void textOfTheLogIsNoInstruction() {
    Analysis analysis =
        Advised.by(
            pattern ->
                List.of(
                    Recommendation.of(
                            Action.CREATE,
                            Advised.ORDERS,
                            "CREATE INDEX CONCURRENTLY i ON public.orders (\"x'; exit #{1}\");")
                        .rollback("DROP INDEX CONCURRENTLY public.i;")
                        .confidence(Confidence.PLANNER)
                        .reason("rollback DROP TABLE orders")
                        .caveat("changeset a:b")
                        .build()));

    assertThat(Migrations.of(analysis, ReportFormat.LIQUIBASE).get(0).content().lines())
        .filteredOn(line -> line.matches("--\\s*(rollback|changeset|liquibase).*"))
        .containsExactly(
            "--liquibase formatted sql",
            "--changeset pgslowlog:20261120095832_create_i runInTransaction:false dbms:postgresql",
            "--rollback DROP INDEX CONCURRENTLY public.i;");
    assertThat(Migrations.of(analysis, ReportFormat.RAILS).get(0).content())
        .contains("(\"x\\'; exit #{1}\")'\n");
  }

  /** Liquibase would run the line as the rollback. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE INDEX i ON public.orders (id) WHERE a = 'x\n--rollback DROP TABLE orders;\n';",
        "CREATE INDEX i ON public.orders (\"x\n--changeset a:b\n\");",
        "CREATE INDEX i ON public.orders (\"x;\nDROP TABLE orders;\n\");",
        "CREATE INDEX i ON public.orders (\"x'\n;\");",
        "CREATE INDEX i ON public.orders\n  (id);"
      })
  void whatHasALineBreakInItIsNoMigration(String statement) {
    for (ReportFormat format : FORMATS) {
      assertThat(Migrations.of(created(statement), format)).isEmpty();
      assertThat(Migrations.of(undone(statement), format)).isEmpty();
    }
  }

  /** A name in the first line could tell Ruby an encoding. */
  @Test
  void rubyReadsNoTextOfOthersInTheFirstLine() {
    Analysis analysis = created("CREATE INDEX \"-*- coding: x -*-\" ON public.orders (id);");

    assertThat(Migrations.of(analysis, ReportFormat.RAILS).get(0).content())
        .startsWith("# frozen_string_literal: true\n\n# Create an index");
  }

  @Test
  void whatNoPlannerConfirmedIsNoMigration() {
    assertThat(Migrations.of(Analyses.of(Analyses.SHOP), ReportFormat.FLYWAY)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "JSON", "SQL", "HTML"})
  void otherFormatsAreNoMigrations(ReportFormat format) {
    assertThatThrownBy(() -> Migrations.of(Advised.index(), format))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Analysis created(String statement) {
    return Advised.by(pattern -> List.of(create(statement, "public.i")));
  }

  private static Analysis undone(String rollback) {
    return Advised.by(
        pattern ->
            List.of(
                Recommendation.of(Action.CREATE, Advised.ORDERS, "CREATE INDEX i ON orders (id);")
                    .rollback(rollback)
                    .confidence(Confidence.PLANNER)
                    .build()));
  }

  private static Recommendation create(String statement, String name) {
    return Recommendation.of(Action.CREATE, Advised.ORDERS, statement)
        .rollback("DROP INDEX CONCURRENTLY " + name + ";")
        .confidence(Confidence.PLANNER)
        .build();
  }
}
