package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code pgslowlog catalog} prints. */
class CatalogCommandTest {
  @Test
  void sqlForPsqlAndNothingElse() {
    CommandRun run = CommandRun.of("catalog");

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("READ ONLY", "pg_restore_attribute_stats").endsWith(";\n");
  }

  @Test
  void helpTellsHowToRunIt() {
    CommandRun run = CommandRun.of("catalog", "--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("pgslowlog catalog | psql -XAtq -d mydb > stats.sql\n");
  }
}
