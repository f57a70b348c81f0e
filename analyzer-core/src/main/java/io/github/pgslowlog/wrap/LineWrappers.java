package io.github.pgslowlog.wrap;

import java.util.List;

/** The wrappers of logs whose lines are text. */
public final class LineWrappers {
  private LineWrappers() {}

  /**
   * The wrappers in the order in which they are to be tried: the first that matches is it. A log
   * may wear several; so the lines inside are to be tried again.
   *
   * @param options what headers leave out
   * @return the wrappers
   */
  public static List<Wrapper> all(WrapOptions options) {
    return List.of(
        new JournaldExport(options),
        new Cri(options),
        new Kubectl(),
        new Compose(),
        new Syslog(options),
        new SyslogRows(),
        new Timestamps(options));
  }

  /**
   * The wrappers with the options of {@link WrapOptions#defaults()}.
   *
   * @return the wrappers
   */
  public static List<Wrapper> all() {
    return all(WrapOptions.defaults());
  }

  /**
   * Whether a layer is syslog's, with the options of {@link WrapOptions#defaults()}.
   *
   * @param wrapper a layer
   * @return whether {@link SyslogLine} reads its lines
   */
  public static boolean isSyslog(Wrapper wrapper) {
    return wrapper instanceof Syslog syslog && syslog.hasDefaults();
  }
}
