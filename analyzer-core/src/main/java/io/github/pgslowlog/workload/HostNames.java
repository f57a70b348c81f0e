package io.github.pgslowlog.workload;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of clients without their ports, which are others for each connection. Hot path: the
 * same host comes again and again, and is cut once while it is remembered.
 */
final class HostNames {
  private static final int PLACES = 4096;

  /** An IPv6 address has eight groups, none of more than four digits. */
  private static final int GROUPS = 8;

  private static final int MAX_GROUP = 4;

  /** A few hundred computers connect to a server; names beyond only take more memory. */
  private static final int MAX_NAMES = 10_000;

  private final @Nullable String[] hosts = new @Nullable String[PLACES];
  private final @Nullable String[] names = new @Nullable String[PLACES];
  private final Map<String, String> known = new HashMap<>();

  /** The address in what the log shows. */
  String of(String host) {
    int hash = host.hashCode();
    int place = (hash ^ hash >>> 12) & PLACES - 1;
    String name = names[place];
    if (name != null && host.equals(hosts[place])) {
      return name;
    }
    String address = once(address(host));
    hosts[place] = host;
    names[place] = address;
    return address;
  }

  private String once(String address) {
    if (known.size() == MAX_NAMES) {
      known.clear();
    }
    String before = known.putIfAbsent(address, address);
    return before == null ? address : before;
  }

  /**
   * Takes the port off, as {@code %r} ({@code 10.0.0.7(51234)}) and csvlog ({@code 10.0.0.7:51234},
   * {@code ::1:51234}) show it. Whether the last group of a short IPv6 address is a port of four
   * digits is not to be told; it stays.
   */
  static String address(String host) {
    int end = host.length();
    if (end > 0 && host.charAt(end - 1) == ')') {
      int open = host.lastIndexOf('(');
      return open > 0 && isNumber(host, open + 1, end - 1) ? host.substring(0, open) : host;
    }
    int colon = host.lastIndexOf(':');
    if (colon <= 0 || !isNumber(host, colon + 1, end)) {
      return host;
    }
    long colons = host.chars().filter(c -> c == ':').count();
    boolean port =
        colons == 1
            || colons == GROUPS
            || end - colon - 1 > MAX_GROUP
            || host.charAt(colon - 1) == ']';
    return port ? host.substring(0, colon) : host;
  }

  private static boolean isNumber(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return from < to;
  }
}
