package io.github.pgslowlog.filter;

import java.util.List;

/**
 * The host of a client as logs show it: {@code 10.0.0.7}, with its port {@code 10.0.0.7(5432)} in
 * stderr and {@code 10.0.0.7:5432} in csvlog and jsonlog, {@code [local]}, a name.
 */
final class ClientHost {
  private static final int PORT_DIGITS = 5;

  private ClientHost() {}

  /**
   * What it may be without its port. The end of an IPv6 address may be a port or not: then both.
   */
  static List<String> readings(String host) {
    int bracket = host.endsWith(")") ? host.lastIndexOf('(') : -1;
    if (bracket >= 0) {
      return List.of(host.substring(0, bracket));
    }
    int colon = host.lastIndexOf(':');
    if (colon < 0 || AddressRange.number(host.substring(colon + 1), PORT_DIGITS) < 0) {
      return List.of(host);
    }
    String before = host.substring(0, colon);
    boolean certain = before.indexOf(':') < 0 || AddressRange.address(host) == null;
    return certain ? List.of(before) : List.of(before, host);
  }

  /** For people. */
  static String shown(String host) {
    return readings(host).get(0);
  }
}
