package io.github.pgslowlog.filter;

import java.util.List;

/**
 * Names to include and names to leave out, in which {@code *} stands for any characters and {@code
 * ?} for one. Upper and lower case differ, as in the server. What the log does not show is the
 * empty name: {@code ?*} stands for all others.
 *
 * @param include a name must be one of these, unless there are none
 * @param exclude a name must be none of these
 */
public record NameFilter(List<String> include, List<String> exclude) {
  /** Every name passes. */
  public static final NameFilter ANY = new NameFilter(List.of(), List.of());

  /** Copies the lists. */
  public NameFilter {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /**
   * Whether every name passes.
   *
   * @return true if nothing is asked for
   */
  public boolean isAny() {
    return include.isEmpty() && exclude.isEmpty();
  }

  /** For people: {@code shop*, not shop_test}. */
  @Override
  public String toString() {
    String wanted = quoted(include);
    String unwanted = exclude.isEmpty() ? "" : "not " + quoted(exclude);
    return wanted + (wanted.isEmpty() || unwanted.isEmpty() ? "" : ", ") + unwanted;
  }

  private static String quoted(List<String> names) {
    return String.join(", ", names.stream().map(name -> name.isEmpty() ? "''" : name).toList());
  }
}
