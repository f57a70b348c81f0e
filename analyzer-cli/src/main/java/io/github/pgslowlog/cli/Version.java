package io.github.pgslowlog.cli;

import java.util.Objects;
import picocli.CommandLine;

/** The version, from the jar. */
final class Version implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"pgslowlog " + Objects.requireNonNullElse(version, "(not packaged)")};
  }
}
