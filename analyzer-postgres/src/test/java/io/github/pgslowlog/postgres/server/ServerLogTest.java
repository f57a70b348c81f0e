package io.github.pgslowlog.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
  @TempDir private Path temporary;

  @Test
  void theLastLinesAreIndented() throws IOException {
    assertThat(log("one\ntwo\n").lastLines()).isEqualTo("\n  one\n  two");
    assertThat(log("").lastLines()).isEmpty();
  }

  @Test
  void onlyTheLastTwelveAreTold() throws IOException {
    assertThat(log("first\n" + "line\n".repeat(5_000) + "last\n").lastLines())
        .isEqualTo("\n  line".repeat(11) + "\n  last");
  }

  @Test
  void aMissingLogIsTold() {
    assertThat(new ServerLog(temporary.resolve("missing")).lastLines())
        .isEqualTo("\n  (no log: " + temporary.resolve("missing") + ")");
  }

  private ServerLog log(String text) throws IOException {
    return new ServerLog(Files.writeString(temporary.resolve("log"), text));
  }
}
