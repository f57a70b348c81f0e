package io.github.pgslowlog.wrap;

import java.util.List;

/** The platforms that put the text of the server into JSON objects. */
public final class JsonWrappers {
  private static final Wrapper GENERIC =
      new JsonWrapper(
          "JSON with a message", MessageLines.PATHS, MessageLines::matches, MessageLines::new);

  private static final List<Wrapper> ALL =
      List.of(
          new JsonWrapper(
              "Google Cloud Logging",
              CloudSqlLines.PATHS,
              CloudSqlLines::matches,
              CloudSqlLines::new),
          new JsonWrapper(
              "Azure diagnostic log", AzureLines.PATHS, AzureLines::matches, AzureLines::new),
          new JsonWrapper(
              "docker json-file", DockerLines.PATHS, DockerLines::matches, DockerLines::new),
          new JsonWrapper(
              "journald JSON", JournaldLines.PATHS, JournaldLines::matches, JournaldLines::new),
          new JsonWrapper(
              "CloudWatch events",
              CloudWatchLines.PATHS,
              CloudWatchLines::matches,
              CloudWatchLines::new),
          new JsonWrapper(
              "PlanetScale JSON",
              PlanetScaleLines.PATHS,
              PlanetScaleLines::matches,
              PlanetScaleLines::new),
          GENERIC);

  private JsonWrappers() {}

  /**
   * All of them, in the order in which a log should be compared with them.
   *
   * @return the wrappers; the last takes any object with one text that looks like the server's
   */
  public static List<Wrapper> all() {
    return ALL;
  }

  /**
   * The last of them, which is not tried on a log that one of the others matches.
   *
   * @return the wrapper for any JSON with a text of the server
   */
  public static Wrapper generic() {
    return GENERIC;
  }
}
