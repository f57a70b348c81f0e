package io.github.pgslowlog.postgres.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a {@link PrivateServer} puts its files, how long it may take to start, and what it is set
 * to.
 *
 * @param temporaryFolder the folder that gets the server's files, about 30 MB and what is loaded;
 *     all are removed at its end
 * @param cacheFolder the folder that keeps the unpacked programs, 60 MB, for the next run; where it
 *     cannot be written they go into the temporary folder and are removed as well
 * @param startTimeout the most that a start may take, unpacking included
 * @param settings further settings of the server by name, as in postgresql.conf; they win over
 *     those of {@link PrivateServer}
 */
public record PrivateServerOptions(
    Path temporaryFolder, Path cacheFolder, Duration startTimeout, Map<String, String> settings) {
  /** A start takes one second; a loaded machine with a slow disk may take many. */
  public static final Duration DEFAULT_START_TIMEOUT = Duration.ofSeconds(60);

  private static final Pattern SETTING = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

  /** Checks the settings: names are names, values are of one line. */
  public PrivateServerOptions {
    settings = Map.copyOf(settings);
    settings.forEach(PrivateServerOptions::check);
    if (startTimeout.isNegative() || startTimeout.isZero()) {
      throw new IllegalArgumentException("startTimeout " + startTimeout + " is not positive");
    }
  }

  /**
   * The system's temporary folder, {@code $XDG_CACHE_HOME} or {@code ~/.cache}, 60 seconds.
   *
   * @return the options
   */
  public static PrivateServerOptions defaults() {
    return new PrivateServerOptions(
        Path.of(System.getProperty("java.io.tmpdir")),
        cacheFolder(System.getenv(), System.getProperty("user.home")),
        DEFAULT_START_TIMEOUT,
        Map.of());
  }

  /**
   * The same with a setting more.
   *
   * @param name of the setting, like {@code work_mem}
   * @param value as in postgresql.conf, without quotes
   * @return new options
   */
  public PrivateServerOptions withSetting(String name, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(name, value);
    return new PrivateServerOptions(temporaryFolder, cacheFolder, startTimeout, more);
  }

  /**
   * By the <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directory
   * specification</a>, which has a relative path ignored.
   */
  static Path cacheFolder(Map<String, String> environment, String home) {
    return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
        .filter(folder -> folder.startsWith("/"))
        .map(Path::of)
        .orElseGet(
            () ->
                Path.of(
                    Optional.ofNullable(environment.get("HOME"))
                        .filter(folder -> folder.startsWith("/"))
                        .orElse(home),
                    ".cache"));
  }

  private static void check(String name, String value) {
    if (!SETTING.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a setting: " + name);
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the value of " + name + " has control characters");
    }
  }
}
