package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.Migrations;
import io.github.pgslowlog.report.ReportFormat;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
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

  /** How a changelog of Liquibase begins. */
  private static final Pattern CHANGELOG =
      Pattern.compile("\\s*--\\s*liquibase formatted", Pattern.CASE_INSENSITIVE);

  private final Path folder;
  private final ReportFormat format;
  private final Map<String, String> byStatements = new HashMap<>();
  private final Map<String, String> ofOthers = new HashMap<>();
  private final Map<String, String> byName = new HashMap<>();
  private final Map<String, String> byVersion = new HashMap<>();

  private ExistingMigrations(Path folder, ReportFormat format) {
    this.folder = folder;
    this.format = format;
  }

  /**
   * Reads what is in a folder.
   *
   * @param format of the migrations that are to go there
   */
  static ExistingMigrations of(Path folder, ReportFormat format) throws IOException {
    ExistingMigrations existing = new ExistingMigrations(folder, format);
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
      String content = new String(bytes(file), ISO_8859_1);
      (isForFormat(whole, content) ? byStatements : ofOthers)
          .putIfAbsent(statements(content), whole);
    }
  }

  /** The content of a file that is there, whoever has made it. */
  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      String reason =
          failure instanceof AccessDeniedException
              ? "permission denied"
              : PrivateFile.reason(failure);
      throw new AnalyzerException(
          file
              + ": this migration cannot be read, so nobody knows whether it does the same: "
              + reason
              + "; nothing was written; make it readable for you, or name another folder",
          failure);
    }
  }

  /** Whether the tool that migrations are written for takes it; Rails takes files by their name. */
  private boolean isForFormat(String name, String content) {
    boolean changelog = CHANGELOG.matcher(content).lookingAt();
    return switch (format) {
      case FLYWAY -> !changelog;
      case LIQUIBASE -> changelog || !name.startsWith("V");
      default -> true;
    };
  }

  /** The name of a file that runs the same statements. */
  Optional<String> same(Migrations.File file) {
    return Optional.ofNullable(byStatements.get(statements(file)));
  }

  /** Which file tools do not take this one beside, and why. */
  Optional<String> obstacle(Migrations.File file) {
    String foreign = ofOthers.get(statements(file));
    if (foreign != null) {
      return Optional.of(
          folder.resolve(foreign)
              + ": this migration does the same, but is not for "
              + format.word());
    }
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

  private static String statements(Migrations.File file) {
    return statements(new String(file.content().getBytes(UTF_8), ISO_8859_1));
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
