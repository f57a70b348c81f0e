package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pgslowlog.report.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Migrations that are in a folder, those of others, too. One is the same as another if both run the
 * same statements: version and comments change with each log, and tools run it twice for that.
 */
final class ExistingMigrations {
  /** {@code V1.2__name.sql}, {@code 20261120091402_name.rb}: a version and a name. */
  private static final Pattern NAME =
      Pattern.compile("V?(\\d+(?:[._]\\d+)*)_{1,2}([A-Za-z].*\\.(?:sql|rb))");

  /** One that pgslowlog wrote is much smaller. */
  private static final long MAX_BYTES = 100_000;

  private final Path folder;
  private final Map<String, String> byStatements = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> byVersion = new HashMap<>();

  private ExistingMigrations(Path folder) {
    this.folder = folder;
  }

  /** Reads what is in a folder. */
  static ExistingMigrations of(Path folder) throws IOException {
    ExistingMigrations existing = new ExistingMigrations(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        existing.add(file);
      }
    }
    return existing;
  }

  private void add(Path file) throws IOException {
    String whole = String.valueOf(file.getFileName());
    Matcher name = NAME.matcher(whole);
    if (!name.matches()) {
      return;
    }
    byVersion.putIfAbsent(name.group(1), whole);
    byName.putIfAbsent(name.group(2), whole);
    if (Files.size(file) <= MAX_BYTES) {
      // As bytes: a file of somebody else may be in any encoding.
      String content = new String(Files.readAllBytes(file), ISO_8859_1);
      byStatements.putIfAbsent(statements(content), whole);
    }
  }

  /** The name of a file that runs the same statements. */
  Optional<String> same(Migrations.File file) {
    String content = new String(file.content().getBytes(UTF_8), ISO_8859_1);
    return Optional.ofNullable(byStatements.get(statements(content)));
  }

  /** Which file tools do not take this one beside, and why. */
  Optional<String> obstacle(Migrations.File file) {
    Matcher name = NAME.matcher(file.name());
    if (!name.matches()) {
      return Optional.empty();
    }
    String other = byName.get(name.group(2));
    if (other != null) {
      return Optional.of(
          folder.resolve(other) + ": a migration of this name is there with another content");
    }
    return Optional.ofNullable(byVersion.get(name.group(1)))
        .map(taken -> folder.resolve(taken) + ": this migration has the version of " + file.name());
  }

  /** Without comments and the name of a class, which may have a number behind it. */
  private static String statements(String content) {
    return content
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .filter(line -> List.of("--", "#", "class ").stream().noneMatch(line::startsWith))
        .collect(Collectors.joining("\n"));
  }
}
