package io.github.pgslowlog.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files can be opened again from their start. */
class PathSourceTest {
  private @TempDir Path folder;

  @Test
  void aFileCanBeOpenedAgainAndSoCanOneThatIsMissing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.log"), "x");

    assertThat(new PathSource(file).reopenable()).isTrue();
    assertThat(new PathSource(folder.resolve("missing.log")).reopenable()).isTrue();
  }

  @Test
  void aDeviceOrPipePassesByOnce() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));

    assertThat(new PathSource(device).reopenable()).isFalse();
  }
}
