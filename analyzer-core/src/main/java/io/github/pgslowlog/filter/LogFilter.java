package io.github.pgslowlog.filter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which statements count: those that all of these let pass.
 *
 * @param begin logged at this time or later; what shows no time does not pass
 * @param end logged before this time
 * @param databases names of databases
 * @param users names of users
 * @param applications names of applications
 * @param hosts hosts of clients without their ports: names, addresses, or ranges of addresses such
 *     as {@code 10.1.0.0/16}
 * @param fingerprints the pattern's fingerprint begins with one of these, each at least {@value
 *     #MIN_FINGERPRINT_DIGITS} hexadecimal digits
 * @param texts the pattern's text, which has no values, contains one of these, in upper or lower
 *     case
 * @param minDuration least duration of each message; cancelled statements have none and pass
 * @param minCalls least number of calls of the pattern among the statements that pass otherwise
 */
public record LogFilter(
    Optional<Instant> begin,
    Optional<Instant> end,
    NameFilter databases,
    NameFilter users,
    NameFilter applications,
    NameFilter hosts,
    List<String> fingerprints,
    List<String> texts,
    Optional<Duration> minDuration,
    long minCalls) {
  /** Everything passes. */
  public static final LogFilter NONE = builder().build();

  /** 8: one of some thousand patterns begins with the same digits once in a million logs. */
  public static final int MIN_FINGERPRINT_DIGITS = 8;

  private static final int MAX_FINGERPRINT_DIGITS = 32;

  /** Checks and copies. */
  public LogFilter {
    fingerprints = fingerprints.isEmpty() ? List.of() : checkedFingerprints(fingerprints);
    texts = texts.isEmpty() ? List.of() : foldedTexts(texts);
    if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
      throw new IllegalArgumentException(
          "the range begins at " + begin.get() + " and ends at " + end.get() + ": it is empty");
    }
    if (minDuration.isPresent() && minDuration.get().isNegative()) {
      throw new IllegalArgumentException("the least duration is " + minDuration.get());
    }
    if (minCalls < 0) {
      throw new IllegalArgumentException("the least number of calls is " + minCalls);
    }
    for (String host : hosts.include()) {
      checkHost(host);
    }
    for (String host : hosts.exclude()) {
      checkHost(host);
    }
  }

  private static List<String> checkedFingerprints(List<String> fingerprints) {
    return fingerprints.stream().map(LogFilter::fingerprint).toList();
  }

  private static List<String> foldedTexts(List<String> texts) {
    return texts.stream().map(LogFilter::text).toList();
  }

  private static String fingerprint(String digits) {
    String lower = digits.toLowerCase(Locale.ROOT);
    boolean hex = lower.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    if (!hex
        || lower.length() < MIN_FINGERPRINT_DIGITS
        || lower.length() > MAX_FINGERPRINT_DIGITS) {
      throw new IllegalArgumentException(
          "'"
              + digits
              + "' is not a fingerprint; give its first "
              + MIN_FINGERPRINT_DIGITS
              + " to "
              + MAX_FINGERPRINT_DIGITS
              + " hexadecimal digits");
    }
    return lower;
  }

  /** White space in a pattern is one space each. */
  private static String text(String text) {
    String folded = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    if (folded.isEmpty()) {
      throw new IllegalArgumentException("the text to look for is empty");
    }
    return folded;
  }

  private static void checkHost(String host) {
    if (host.indexOf('/') >= 0 && AddressRange.of(host) == null) {
      throw new IllegalArgumentException(
          "'" + host + "' is not a range of addresses; give one such as 10.1.0.0/16");
    }
  }

  /**
   * Whether everything passes. Written out: what Java makes to compare records costs a start some
   * milliseconds.
   *
   * @return true if nothing is asked for
   */
  public boolean isNone() {
    return begin.isEmpty()
        && end.isEmpty()
        && databases.isAny()
        && users.isAny()
        && applications.isAny()
        && hosts.isAny()
        && fingerprints.isEmpty()
        && texts.isEmpty()
        && minDuration.isEmpty()
        && minCalls == 0;
  }

  /**
   * Starts to describe a filter.
   *
   * @return a builder of a filter that everything passes
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Describes a filter. What is added several times lets pass what any of them does. */
  public static final class Builder {
    private Optional<Instant> begin = Optional.empty();
    private Optional<Instant> end = Optional.empty();
    private NameFilter databases = NameFilter.ANY;
    private NameFilter users = NameFilter.ANY;
    private NameFilter applications = NameFilter.ANY;
    private NameFilter hosts = NameFilter.ANY;
    private final List<String> fingerprints = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private Optional<Duration> minDuration = Optional.empty();
    private long minCalls;

    private Builder() {}

    /**
     * Lets pass what was logged at a time or later.
     *
     * @param time the time
     * @return this
     */
    public Builder begin(Instant time) {
      begin = Optional.of(time);
      return this;
    }

    /**
     * Lets pass what was logged before a time.
     *
     * @param time the time
     * @return this
     */
    public Builder end(Instant time) {
      end = Optional.of(time);
      return this;
    }

    /**
     * Lets pass statements in databases.
     *
     * @param names which
     * @return this
     */
    public Builder databases(NameFilter names) {
      databases = names;
      return this;
    }

    /**
     * Lets pass statements of users.
     *
     * @param names which
     * @return this
     */
    public Builder users(NameFilter names) {
      users = names;
      return this;
    }

    /**
     * Lets pass statements of applications.
     *
     * @param names which
     * @return this
     */
    public Builder applications(NameFilter names) {
      applications = names;
      return this;
    }

    /**
     * Lets pass statements from hosts.
     *
     * @param names names, addresses, or ranges of addresses such as {@code 10.1.0.0/16}
     * @return this
     */
    public Builder hosts(NameFilter names) {
      hosts = names;
      return this;
    }

    /**
     * Lets pass statements of a pattern.
     *
     * @param digits the first digits of its fingerprint
     * @return this
     */
    public Builder fingerprint(String digits) {
      fingerprints.add(digits);
      return this;
    }

    /**
     * Lets pass statements of patterns with a text in them.
     *
     * @param part of the text that reports show, in upper or lower case
     * @return this
     */
    public Builder text(String part) {
      texts.add(part);
      return this;
    }

    /**
     * Lets pass messages with a duration of some length.
     *
     * @param duration the least one
     * @return this
     */
    public Builder minDuration(Duration duration) {
      minDuration = Optional.of(duration);
      return this;
    }

    /**
     * Keeps patterns that were called often enough.
     *
     * @param calls the least number, of statements that pass otherwise
     * @return this
     */
    public Builder minCalls(long calls) {
      minCalls = calls;
      return this;
    }

    /**
     * Makes the filter.
     *
     * @return the filter
     * @throws IllegalArgumentException when a part of it is wrong, with what to give instead
     */
    public LogFilter build() {
      return new LogFilter(
          begin,
          end,
          databases,
          users,
          applications,
          hosts,
          fingerprints,
          texts,
          minDuration,
          minCalls);
    }
  }
}
