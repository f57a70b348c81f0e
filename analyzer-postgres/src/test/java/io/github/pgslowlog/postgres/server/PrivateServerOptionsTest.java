package io.github.pgslowlog.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateServerOptionsTest {
  private static final PrivateServerOptions DEFAULTS = PrivateServerOptions.defaults();

  @ParameterizedTest
  @CsvSource({
    "/c,       /home/a, /home/a, /c",
    "relative, /home/a, /home/b, /home/a/.cache",
    "'',       /home/a, /home/b, /home/a/.cache",
    ",         /home/a, /home/b, /home/a/.cache",
    ",         '',      /home/b, /home/b/.cache",
    ",         ,        /home/b, /home/b/.cache",
    ",         ,        ?,       ?/.cache"
  })
  void cacheFolderFollowsTheSpecification(String xdg, String home, String userHome, Path folder) {
    Map<String, String> environment = new HashMap<>();
    environment.put("XDG_CACHE_HOME", xdg);
    environment.put("HOME", home);

    assertThat(PrivateServerOptions.cacheFolder(environment, userHome)).isEqualTo(folder);
  }

  @Test
  void aLaterSettingReplacesAnEarlierOne() {
    assertThat(
            DEFAULTS.withSetting("a", "1").withSetting("b", "2").withSetting("a", "3").settings())
        .isEqualTo(Map.of("a", "3", "b", "2"));
  }

  @ParameterizedTest
  @CsvSource({
    "a b,      1,         not the name of a setting: a b",
    "'',       1,         'not the name of a setting: '",
    "work_mem, '1\nb=2',  the value of work_mem has control characters"
  })
  void settingsAreChecked(String name, String value, String message) {
    assertThatThrownBy(() -> DEFAULTS.withSetting(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aStartTakesTime() {
    assertThatThrownBy(
            () ->
                new PrivateServerOptions(
                    DEFAULTS.temporaryFolder(), DEFAULTS.cacheFolder(), Duration.ZERO, Map.of()))
        .hasMessage("startTimeout PT0S is not positive");
  }

  @Test
  void quotesAndBackslashesReachTheServerAsTheyAre() {
    assertThat(ServerSettings.lines(Map.of("cluster_name", "it's \\ here")))
        .contains("\ncluster_name = 'it''s \\\\ here'\n")
        .contains("\nfsync = 'off'\n");
  }
}
