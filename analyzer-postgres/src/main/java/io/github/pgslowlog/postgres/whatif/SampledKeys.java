package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.ColumnStatistics;
import io.github.pgslowlog.postgres.whatif.KeyExtractor.GinKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The keys that a GIN index has of a column, as far as a sample of its values tells: the most
 * common ones, and the bounds of the histogram, which ANALYZE takes at even distances.
 *
 * <p>A key that is met more often counts by how often it is met. How many rare ones there are is
 * estimated for each group as ANALYZE does for columns (Haas and Stokes, 1998: Duj1), from how many
 * of them are met only once.
 */
final class SampledKeys {
  /** Fewer values say nothing. */
  private static final int MIN_VALUES = 10;

  /** With a high statistics target there are 10,000. */
  private static final int MAX_VALUES = 400;

  /** Met so often, a key is counted by itself. */
  private static final int FREQUENT = 3;

  /** Groups that are met less often are taken as one. */
  private static final int MIN_GROUP = 30;

  /** With and without a sign, a point, an end of another kind. */
  private static final int MAX_FORMS = 3;

  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  private final KeyExtractor extractor;
  private final double rows;
  private final Map<String, Occurrences> keys = new LinkedHashMap<>();
  private final Map<String, Long> groups = new LinkedHashMap<>();
  private double othersShare;
  private int others;

  private SampledKeys(KeyExtractor extractor, double rows) {
    this.extractor = extractor;
    this.rows = rows;
  }

  /** How often a key is met. */
  private static final class Occurrences {
    private final GinKey key;
    private double commonShare;
    private long others;

    Occurrences(GinKey key) {
      this.key = key;
    }
  }

  /**
   * Reads a sample.
   *
   * @param rows number of rows of the table
   * @return no keys if there are too few values
   */
  static List<GinKeys> of(ColumnStatistics statistics, KeyExtractor extractor, double rows) {
    if (statistics.commonValues().size() + statistics.histogram().size() < MIN_VALUES) {
      return List.of();
    }
    SampledKeys sampled = new SampledKeys(extractor, rows);
    sampled.read(statistics);
    return sampled.toKeys();
  }

  private void read(ColumnStatistics statistics) {
    double common = 0;
    int known = Math.min(statistics.commonValues().size(), statistics.commonFrequencies().size());
    for (int i = 0; i < known; i++) {
      double share = statistics.commonFrequencies().get(i);
      common += share;
      if (i < MAX_VALUES) {
        for (GinKey key : extractor.keys(statistics.commonValues().get(i))) {
          occurrences(key).commonShare += share;
        }
      }
    }
    othersShare = Math.max(0, 1 - statistics.nullFraction() - common);
    List<String> histogram = statistics.histogram();
    int step = (histogram.size() + MAX_VALUES - 1) / MAX_VALUES;
    for (int i = 0; i < histogram.size(); i += step) {
      Set<GinKey> met = extractor.keys(histogram.get(i));
      met.forEach(
          key -> {
            Occurrences occurrences = occurrences(key);
            occurrences.others++;
            groups.merge(occurrences.key.group(), 1L, Long::sum);
          });
      others++;
    }
  }

  private Occurrences occurrences(GinKey key) {
    return keys.computeIfAbsent(key.text(), text -> new Occurrences(key));
  }

  private List<GinKeys> toKeys() {
    List<GinKeys> classes = new ArrayList<>();
    Map<String, Rare> rare = new LinkedHashMap<>();
    for (Occurrences met : keys.values()) {
      if (met.commonShare > 0 || met.others >= FREQUENT) {
        double share = met.commonShare + (others == 0 ? 0 : othersShare * met.others / others);
        classes.add(new GinKeys(1, rows * share, met.key.bytes()));
      } else {
        boolean small = groups.getOrDefault(met.key.group(), 0L) < MIN_GROUP;
        rare.computeIfAbsent(small ? "" : "in " + met.key.group(), group -> new Rare()).add(met);
      }
    }
    rare.values().forEach(group -> classes.add(group.toKeys(rows * othersShare / others)));
    return classes;
  }

  /** The rare keys of a group. */
  private static final class Rare {
    private double different;
    private double once;
    private double met;
    private double bytes;
    private final Set<String> withoutDigits = new HashSet<>();
    private int digits;

    void add(Occurrences key) {
      different++;
      once += key.others == 1 ? 1 : 0;
      met += key.others;
      bytes += key.key.bytes();
      String text = key.key.text();
      String skeleton = DIGIT.matcher(text).replaceAll("");
      withoutDigits.add(skeleton);
      digits = Math.max(digits, text.length() - skeleton.length());
    }

    /** Where values differ in their digits only, there are no more than these digits can say. */
    private double most() {
      return withoutDigits.size() <= MAX_FORMS
          ? withoutDigits.size() * Math.pow(10, digits)
          : Double.MAX_VALUE;
    }

    /** With so many rows for one of the sample. */
    GinKeys toKeys(double rowsEach) {
      double estimate = met * different / (met - once + once / rowsEach);
      double postings = met * rowsEach;
      double number = Math.min(Math.min(postings, most()), Math.max(different, estimate));
      return new GinKeys(number, postings, bytes / different);
    }
  }
}
