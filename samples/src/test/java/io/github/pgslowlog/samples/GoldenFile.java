package io.github.pgslowlog.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what must come out. {@code -Dgolden.update=true} writes it instead of
 * comparing; the difference is then read like code.
 */
record GoldenFile(Path path) {
  void assertHolds(String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(path, actual);
    }
    assertThat(actual)
        .as("%s; run `make golden` if the change is meant", path)
        .isEqualTo(Files.readString(path));
  }
}
