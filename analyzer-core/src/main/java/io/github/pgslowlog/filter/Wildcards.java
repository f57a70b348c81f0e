package io.github.pgslowlog.filter;

/** Names with {@code *} and {@code ?} in them. */
final class Wildcards {
  private Wildcards() {}

  /**
   * Whether a name is one of those a pattern stands for. Only the last {@code *} is tried again, so
   * the time is at most that of both lengths multiplied.
   */
  static boolean match(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int behind = 0;
    while (n < name.length()) {
      char wanted = p < pattern.length() ? pattern.charAt(p) : '\0';
      if (p < pattern.length() && wanted == '*') {
        star = p++;
        behind = n;
      } else if (p < pattern.length() && (wanted == '?' || wanted == name.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++behind;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
