package io.github.pgslowlog.select;

import java.util.List;

/**
 * What is made small: the mean of two logarithms. One is that of all time, if each statement takes
 * as much less time as its cost falls. The other is the mean of the statements' own, so that a
 * statement counts that takes little of the time. Less is better; 0 is the database as it is.
 *
 * <p>Example: two patterns have 99.9 % and 0.1 % of the time. An index that makes the first a
 * thousand times faster takes 3.1 off the first part; now each has half of the time that is left,
 * and an index that makes the second ten times faster takes off another 0.3.
 */
final class Objective {
  /** A cost below a ten thousandth of what it was is as good as none. */
  static final double NEGLIGIBLE = 1e-4;

  private static final double TIME_PART = 0.5;

  private final double[] times;
  private final double[] weights;

  /**
   * Makes an objective.
   *
   * @param times shares of all time, with the sum 1
   * @param weights of the logarithms, with the sum 1
   */
  Objective(double[] times, double[] weights) {
    this.times = times;
    this.weights = weights;
  }

  /** The objective of patterns, with their samples sharing their part by cost. */
  static Objective of(List<QueryCosts> queries) {
    int count = queries.stream().mapToInt(query -> query.statements().size()).sum();
    double[] times = new double[count];
    double[] weights = new double[count];
    double all = queries.stream().mapToDouble(query -> query.query().micros()).sum();
    double[] damped = QueryWeights.of(queries.stream().mapToDouble(q -> q.query().micros()));
    int at = 0;
    for (int i = 0; i < queries.size(); i++) {
      QueryCosts query = queries.get(i);
      double before = query.statements().stream().mapToDouble(StatementCosts::before).sum();
      for (StatementCosts statement : query.statements()) {
        times[at] = query.query().micros() / all * (statement.before() / before);
        weights[at] = damped[i] / query.statements().size();
        at++;
      }
    }
    return new Objective(times, weights);
  }

  int size() {
    return times.length;
  }

  /**
   * The objective.
   *
   * @param ratios of each statement's cost to what it was
   */
  double value(double[] ratios) {
    double time = 0;
    double logarithms = 0;
    for (int i = 0; i < ratios.length; i++) {
      time += time(i, ratios[i]);
      logarithms += logarithm(i, ratios[i]);
    }
    return value(time, logarithms);
  }

  /** The objective, by the sums of what {@link #time} and {@link #logarithm} give. */
  double value(double time, double logarithms) {
    return TIME_PART * logarithm(time) + (1 - TIME_PART) * logarithms;
  }

  /** What a statement adds to the share of time. */
  double time(int statement, double ratio) {
    return times[statement] * ratio;
  }

  /** What a statement adds to the logarithms. */
  double logarithm(int statement, double ratio) {
    return weights[statement] * logarithm(ratio);
  }

  static double logarithm(double ratio) {
    return Math.log((ratio + NEGLIGIBLE) / (1 + NEGLIGIBLE));
  }

  double timeShare(double[] ratios) {
    double time = 0;
    for (int i = 0; i < ratios.length; i++) {
      time += times[i] * ratios[i];
    }
    return time;
  }

  /**
   * By how much the objective falls at most if all time falls from one share to another, for each
   * unit of it: the logarithm is curved, its chord is not.
   */
  static double chord(double from, double to) {
    double fall = from - to;
    return fall <= 0
        ? TIME_PART / (from + NEGLIGIBLE)
        : TIME_PART * (logarithm(from) - logarithm(to)) / fall;
  }

  /** What a statement gives at most if its cost falls from one ratio to another. */
  double gain(int statement, double from, double to, double chord) {
    return chord * times[statement] * (from - to)
        + (1 - TIME_PART) * weights[statement] * (logarithm(from) - logarithm(to));
  }
}
