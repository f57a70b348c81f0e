package io.github.pgslowlog.select;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Numbers of planners with as many decimals as reports show: so all reports show the same. */
final class Rounded {
  private static final int COST_DECIMALS = 2;
  private static final int GAIN_DECIMALS = 4;

  private Rounded() {}

  static double cost(double cost) {
    return to(cost, COST_DECIMALS);
  }

  static OptionalDouble cost(OptionalDouble cost) {
    return cost.isPresent() ? OptionalDouble.of(cost(cost.getAsDouble())) : cost;
  }

  static double gain(double gain) {
    return to(gain, GAIN_DECIMALS);
  }

  private static double to(double value, int decimals) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue()
        : value;
  }
}
