package io.github.pgslowlog.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exit code and which message each kind of trouble gives. */
class ExitCodeTest {
  private @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "entries"})
  void zeroWhenAllWasUnderstood(String command) throws IOException {
    Path log = file("postgresql.log", Logs.TWO_SELECTS);

    CommandRun run = CommandRun.of(command, log.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isNotEmpty();
  }

  // --- 1: failure

  @Test
  void oneWhenTheFolderOfTheReportDoesNotExist() throws IOException {
    Path log = file("postgresql.log", Logs.TWO_SELECTS);
    Path report = folder.resolve("missing").resolve("report.json");

    CommandRun run = CommandRun.of("analyze", log.toString(), "-o", report.toString());

    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "pgslowlog: "
                + report
                + ": the report cannot be written: the folder "
                + report.getParent()
                + " does not exist; make it first\n");
  }

  @Test
  void oneWhenTheReportWouldReplaceAFolder() throws IOException {
    Path log = file("postgresql.log", Logs.TWO_SELECTS);
    Path report = Files.createDirectories(folder.resolve("report.json").resolve("inner"));

    CommandRun run = CommandRun.of("analyze", log.toString(), "-o", report.getParent() + "");

    assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(run.err())
        .startsWith("pgslowlog: " + report.getParent() + ": the report cannot be written: ");
    assertThat(report).isDirectory();
  }

  // --- 2: usage

  @Test
  void twoAndTheUsageWithoutASubCommand() {
    CommandRun run = CommandRun.of();

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("Usage: pgslowlog [-hV] [--config=FILE] [COMMAND]\n")
        .contains("analyze");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          analyze                | Missing required parameter: 'LOG'                                    | pgslowlog analyze
          entries                | Missing required parameter: 'LOG'                                    | pgslowlog entries
          analyze x --top 0      | --top is 0; give 1 or more                                           | pgslowlog analyze
          analyze x --jobs 0     | --jobs is 0; give 1 to 64                                            | pgslowlog analyze
          analyze x -j 65        | --jobs is 65; give 1 to 64                                           | pgslowlog analyze
          analyze x --max-patterns 0 | --max-patterns is 0; give 1 or more                              | pgslowlog analyze
          analyze x --top many   | Invalid value for option '--top': 'many' is not a whole number, such as 10 | pgslowlog analyze
          analyze x -j 9999999999 | Invalid value for option '--jobs': '9999999999' is too large         | pgslowlog analyze
          analyze x --max-regression 5% | Invalid value for option '--max-regression': '5%' is not a number, such as 10 or 2.5 | pgslowlog analyze
          analyze x -o x.pdf     | --output x.pdf: the name must end in .txt, .html, .json, .jsonl, .md, .csv, .columns.csv or .sql, or be -; or say by --format what to write          | pgslowlog analyze
          analyze x -o           | Missing required parameter for option '--output' (FILE)              | pgslowlog analyze
          analyze x --timezone M | Invalid value for option '--timezone': 'M' is not a time zone; give one such as Europe/Berlin, UTC or +02:00 | pgslowlog analyze
          analyze x --stats s.sql | --stats s.sql needs the schema, too; give --schema FILE            | pgslowlog analyze
          analyze x --schema s.sql --url jdbc:postgresql:d | --schema and --url exclude each other; give one of them | pgslowlog analyze
          analyze x --set a=b    | --set is for advice that a planner confirms; give --schema or --url, too | pgslowlog analyze
          analyze x --storage-budget 1GB | --storage-budget is for advice that a planner confirms; give --schema or --url, too | pgslowlog analyze
          analyze x --what-if private | --what-if is for advice that a planner confirms; give --schema or --url, too | pgslowlog analyze
          analyze x --what-if hypopg | --what-if hypopg plans on your server; give its address by --url | pgslowlog analyze
          analyze x --schema s.sql --what-if hypopg | --what-if hypopg plans on your server; give its address by --url | pgslowlog analyze
          analyze x --url u --what-if hypo | --what-if is hypo; give private or hypopg | pgslowlog analyze
          analyze x --url u --what-if hypopg --set work_mem=1MB | --set is for the private server; that of --url has its own settings | pgslowlog analyze
          analyze x --max-indexes 3 | --max-indexes is for advice that a planner confirms; give --schema or --url, too | pgslowlog analyze
          analyze x --max-regression 5 | --max-regression is for advice that a planner confirms; give --schema or --url, too | pgslowlog analyze
          analyze x --schema s.sql --storage-budget 1M | Invalid value for option '--storage-budget': '1M' is not a size; give bytes, or a number with kB, MB, GB, TB (thousands) or KiB, MiB, GiB, TiB (1024) | pgslowlog analyze
          analyze x --schema s.sql --max-indexes 0 | --max-indexes is 0; give 1 or more                | pgslowlog analyze
          analyze x --schema s.sql --max-regression -1 | --max-regression is -1.0; give 0 to 1000 percent | pgslowlog analyze
          analyze x --schema s.sql --max-regression NaN | --max-regression is NaN; give 0 to 1000 percent | pgslowlog analyze
          analyze x --schema s.sql --set work_mem | --set work_mem: give NAME=VALUE, as in random_page_cost=1.1 | pgslowlog analyze
          analyze x --schema s.sql --set =1 | --set =1: give NAME=VALUE, as in random_page_cost=1.1    | pgslowlog analyze
          analyze x --schema s.sql --set workmem=1 | --set workmem=1: the planner has no such setting; it has random_page_cost, work_mem, effective_cache_size and others | pgslowlog analyze
          analyze x --schema s.sql -o s.sql | --output s.sql would replace a file that is read; give a name outside of what is read | pgslowlog analyze
          analyze x --frobnicate | 'pgslowlog analyze' has no option --frobnicate                       | pgslowlog analyze
          analyze --frobnicate   | 'pgslowlog analyze' has no option --frobnicate                       | pgslowlog analyze
          analyze x --outputt=y  | 'pgslowlog analyze' has no option --outputt; is '--output' meant?    | pgslowlog analyze
          analyze x --lst 24h    | 'pgslowlog analyze' has no option --lst; is '--last' meant?          | pgslowlog analyze
          analyze x -Z           | 'pgslowlog analyze' has no option -Z                                 | pgslowlog analyze
          report --last 3h a     | 'pgslowlog report' has no option --last; it belongs to 'pgslowlog analyze', 'pgslowlog explain', 'pgslowlog entries' | pgslowlog report
          --max-indexes 3 a.log  | 'pgslowlog' has no option --max-indexes; it belongs to 'pgslowlog analyze', 'pgslowlog explain' | pgslowlog
          report a b             | 'b' is one argument too many for 'pgslowlog report'                  | pgslowlog report
          help db.log            | 'pgslowlog' has no command 'db.log'; to read a log: pgslowlog analyze db.log | pgslowlog
          help analyse           | 'pgslowlog' has no command 'analyse'; is 'analyze' meant?            | pgslowlog
          explain r.json         | the pattern is missing before 'r.json'; give its number in the report, or 4 or more digits of its fingerprint: pgslowlog explain 1 r.json | pgslowlog explain
          explain 12             | Missing required parameter: 'FILE'                                   | pgslowlog explain
          explain                | Missing required parameters: 'FINGERPRINT', 'FILE'                   | pgslowlog explain
          config shw             | 'pgslowlog config' has no command 'shw'; is 'show' meant?            | pgslowlog config
          analyse x              | 'pgslowlog' has no command 'analyse'; is 'analyze' meant?            | pgslowlog
          db.log                 | 'pgslowlog' has no command 'db.log'; to read a log: pgslowlog analyze db.log | pgslowlog
          analyze x --fingerprint abc | --fingerprint: 'abc' is not a fingerprint; give its first 8 to 32 hexadecimal digits | pgslowlog analyze
          analyze x --host 10.0.0.0/99 | --host: '10.0.0.0/99' is not a range of addresses; give one such as 10.1.0.0/16 | pgslowlog analyze
          analyze x --exclude-host /8 | --exclude-host: '/8' is not a range of addresses; give one such as 10.1.0.0/16 | pgslowlog analyze
          analyze x --text=      | --text: the text to look for is empty                                | pgslowlog analyze
          analyze x --format csv -o= | --output is empty; name a file, or - for standard output         | pgslowlog analyze
          """)
  void twoAndWhatToDoForAWrongCommandLine(String line, String message, String help) {
    CommandRun run = CommandRun.of(line.split(" ", -1));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("pgslowlog: " + message + "\nTry '" + help + " --help'.\n");
  }

  @Test
  void aWrongArgumentCannotMoveTheCursor() {
    CommandRun run = CommandRun.of("analyze", "x", "-o", "\u001b[2J\u202e.pdf");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).startsWith("pgslowlog: --output ?[2J?.pdf: ");
  }

  // --- 3: damaged

  @ParameterizedTest
  @ValueSource(strings = {"analyze", "entries"})
  void threeWhenOneOfTwoFilesIsMissing(String command) throws IOException {
    Path log = file("postgresql.log", Logs.TWO_SELECTS);
    Path missing = folder.resolve("missing.log");

    CommandRun run = CommandRun.of(command, log.toString(), missing.toString());

    assertThat(run.code()).isEqualTo(ExitCode.DAMAGED);
    assertThat(run.err()).isEqualTo("pgslowlog: " + missing + ": no such file or folder\n");
    assertThat(run.out()).contains("SELECT * FROM orders");
  }

  @Test
  void threeWhenAGlobMatchesNothing() throws IOException {
    Path log = file("postgresql.log", Logs.TWO_SELECTS);
    String glob = folder + "/*.gz";

    CommandRun run = CommandRun.of("analyze", log.toString(), glob);

    assertThat(run.code()).isEqualTo(ExitCode.DAMAGED);
    assertThat(run.err()).isEqualTo("pgslowlog: " + glob + ": the glob matches no file\n");
  }

  @Test
  void threeWhenAGzipFileBreaksOff() throws IOException {
    byte[] whole = Logs.gzip(Logs.TWO_SELECTS.repeat(5000));
    Path log = folder.resolve("postgresql.log.gz");
    Files.write(log, Arrays.copyOf(whole, whole.length - 12));

    CommandRun run = CommandRun.of("analyze", log.toString());

    assertThat(run.code()).isEqualTo(ExitCode.DAMAGED);
    assertThat(run.err())
        .startsWith("pgslowlog: " + log + ": ")
        .endsWith("; what stands before it was read\n");
    assertThat(run.out()).contains("SELECT * FROM orders");
  }

  @Test
  void threeAndTheLineWhenSomethingWasSkipped() throws IOException {
    Path log = file("postgresql.log", Logs.TWO_SELECTS + "what is this?\nand this?\n");

    CommandRun run = CommandRun.of("analyze", log.toString());

    assertThat(run.code()).isEqualTo(ExitCode.DAMAGED);
    assertThat(run.err())
        .isEqualTo(
            "pgslowlog: "
                + log
                + ":3: skipped: no prefix (2 times, this is the first);"
                + " 'pgslowlog doctor FILE' tells more\n");
    assertThat(run.out()).containsPattern("2 skipped: 2 no prefix \\(first:\\s");
  }

  @Test
  void threeWhenAFileMayNotBeRead() throws IOException {
    Path log = file("postgresql.log", Logs.TWO_SELECTS);
    Path secret = file("secret.log", Logs.TWO_SELECTS);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(secret), "root reads everything");

    CommandRun run = CommandRun.of("analyze", log.toString(), secret.toString());

    assertThat(run.code()).isEqualTo(ExitCode.DAMAGED);
    assertThat(run.err())
        .isEqualTo("pgslowlog: " + secret + ": permission denied; read it as its owner or root\n");
  }

  // --- 4: nothing recognised

  @Test
  void fourForAnEmptyFile() throws IOException {
    Path log = file("postgresql.log", "");

    CommandRun run = CommandRun.of("analyze", log.toString());

    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_RECOGNISED);
    assertThat(run.err()).isEqualTo("pgslowlog: " + log + ": the file is empty\n");
    assertThat(run.out())
        .contains("No duration entry found in 0 log entries; nothing skipped.")
        .doesNotContain("100.0 %");
  }

  @Test
  void fourForABinaryFile() throws IOException {
    Path log = folder.resolve("base.dat");
    Files.write(log, new byte[8192]);

    CommandRun run = CommandRun.of("entries", log.toString());

    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_RECOGNISED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "pgslowlog: "
                + log
                + ":1: looks like a binary file; give a log as text, compressed or not;"
                + " 'pgslowlog doctor FILE' tells more\n");
  }

  @Test
  void fourAndTheRightPrefixWhenTheGivenOneIsWrong() throws IOException {
    Path log = file("postgresql.log", Logs.TWO_SELECTS);

    CommandRun run = CommandRun.of("analyze", "--prefix", "%t:%r:%u@%d:[%p]:", log.toString());

    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_RECOGNISED);
    assertThat(run.err())
        .contains(
            log
                + ":1: no line fits log_line_prefix '%t:%r:%u@%d:[%p]:'; its lines fit '%m [%p]"
                + " %q%u@%d ': give that, or leave out --prefix to detect it; 'pgslowlog doctor"
                + " FILE' tells more\n");
  }

  @Test
  void fourForAFolderWithoutFiles() {
    CommandRun run = CommandRun.of("analyze", folder.toString());

    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_RECOGNISED);
    assertThat(run.err()).isEqualTo("pgslowlog: " + folder + ": the folder holds no files\n");
  }

  @Test
  void junkIsToldOfFiftyFilesAndCountedOfTheOthers() throws IOException {
    for (int i = 0; i < 53; i++) {
      file("note-" + i, "note " + i);
    }

    CommandRun run = CommandRun.of("analyze", folder.toString());

    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_RECOGNISED);
    assertThat(run.err().lines()).hasSize(51);
    assertThat(run.err()).endsWith("pgslowlog: 3 more messages of this kind\n");
  }

  @Test
  void boundOfAnEntryIsNamed() throws IOException {
    Path log = file("postgresql.log", Logs.TWO_SELECTS.stripTrailing() + "x".repeat(11 << 20));

    CommandRun run = CommandRun.of("analyze", log.toString());

    assertThat(run.code()).isEqualTo(ExitCode.DAMAGED);
    assertThat(run.err()).endsWith(": skipped: oversized, over 10 MiB; its head is used\n");
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
