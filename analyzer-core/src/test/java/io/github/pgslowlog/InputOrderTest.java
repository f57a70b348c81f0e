package io.github.pgslowlog;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgslowlog.diagnostics.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputOrderTest {
  @TempDir Path folder;

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void rotatedLogsAreReadOldestFirst() throws IOException {
    write("postgresql-Fri.log", log("2026-11-20"));
    write("postgresql-Mon.log", log("2026-11-16"));
    write("postgresql-Sat.log.gz", gzip(log("2026-11-14")));

    assertThat(read(folder.toString()))
        .containsExactly("postgresql-Sat.log.gz", "postgresql-Mon.log", "postgresql-Fri.log");
    assertThat(problems).isEmpty();
  }

  @Test
  void membersOfAnArchiveAreLogsLikeOthers() throws IOException {
    write("all.zip", zip("new.log", log("2026-11-20"), "old.log", log("2026-11-14")));
    write("middle.log", log("2026-11-16"));

    assertThat(read(folder.toString()))
        .containsExactly("all.zip!old.log", "middle.log", "all.zip!new.log");
    assertThat(problems).isEmpty();
  }

  @Test
  void archiveOnStandardInputIsReadInItsOrder() throws IOException {
    byte[] archive = zip("new.log", log("2026-11-20"), "old.log", gzip(log("2026-11-14")));

    List<Input> inputs = inputs(List.of("-"), new ByteArrayInputStream(archive));

    assertThat(inputs).extracting(Input::path).containsExactly("-!new.log", "-!old.log");
    assertThat(inputs).extracting(Input::entries).containsExactly(2L, 2L);
    assertThat(problems).isEmpty();
  }

  @Test
  void copyIsNamedAndReadOnce() throws IOException {
    write("postgresql.log", log("2026-11-20"));
    write("postgresql.log.gz", gzip(log("2026-11-20")));

    assertThat(read(folder.toString())).containsExactly("postgresql.log");
    assertThat(problems)
        .containsExactly(
            Problem.notice(
                "%1$s/postgresql.log.gz holds the same log as %1$s/postgresql.log; read once"
                    .formatted(folder)));
  }

  @Test
  void utf16IsReadAndOrderedLikeOtherText() throws IOException {
    write("a.log", log("2026-11-20"));
    write("b.log", new String(log("2026-11-14"), UTF_8).getBytes(UTF_16LE));

    assertThat(read(folder.toString())).containsExactly("b.log", "a.log");
  }

  @Test
  void damagedLogIsOrderedByWhatCanBeRead() throws IOException {
    byte[] packed = gzip(log("2026-11-14"));
    packed[packed.length - 1] ^= 1;
    write("a.log", log("2026-11-16"));
    write("b.log.gz", packed);

    assertThat(read(folder.toString())).containsExactly("b.log.gz", "a.log");
    assertThat(problems)
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .endsWith("its checksum does not match; what stands before it was read");
  }

  private List<String> read(String argument) {
    return inputs(List.of(argument), InputStream.nullInputStream()).stream()
        .map(input -> folder.relativize(Path.of(input.path())).toString())
        .toList();
  }

  private List<Input> inputs(List<String> arguments, InputStream standardInput) {
    LogListener watcher =
        new LogListener() {
          @Override
          public void problem(Problem problem) {
            problems.add(problem);
          }
        };
    return LogAnalyzer.builder()
        .arguments(arguments, standardInput)
        .listener(watcher)
        .build()
        .read();
  }

  private static byte[] log(String day) {
    return """
        %1$s 09:00:03.941 UTC [7] LOG:  duration: 1.000 ms  statement: SELECT 1
        %1$s 09:00:04.941 UTC [7] LOG:  duration: 2.000 ms  statement: SELECT 2
        """
        .formatted(day)
        .getBytes(UTF_8);
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(String firstName, byte[] first, String secondName, byte[] second)
      throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry(firstName));
      zip.write(first);
      zip.putNextEntry(new ZipEntry(secondName));
      zip.write(second);
    }
    return packed.toByteArray();
  }
}
