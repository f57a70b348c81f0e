package io.github.pgslowlog.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;

/** The version, from the jar; the commit it was built of, where the build told; and Java's. */
final class Version implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "pgslowlog "
          + Objects.requireNonNullElse(version, "(not packaged)")
          + commit().map(commit -> " (commit " + commit + ")").orElse("")
          + ", Java "
          + System.getProperty("java.version")
    };
  }

  private static Optional<String> commit() {
    try (InputStream text = Version.class.getResourceAsStream("commit.txt")) {
      return text == null
          ? Optional.empty()
          : commit(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Empty for what is no hash, as where the build was not told. */
  static Optional<String> commit(String text) {
    return Optional.of(text.strip()).filter(hash -> hash.matches("[0-9a-f]{7,40}"));
  }
}
