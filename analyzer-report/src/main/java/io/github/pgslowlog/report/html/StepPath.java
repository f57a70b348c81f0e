package io.github.pgslowlog.report.html;

/** The outline of bars without gaps: one is a unit wide, the highest is 100 high. */
final class StepPath {
  private static final int HEIGHT = 100;

  private StepPath() {}

  /** Path data; empty if nothing is above zero. {@code elements.js} draws the same. */
  static String of(double[] values) {
    double max = 0;
    for (double value : values) {
      max = Math.max(max, value);
    }
    if (max <= 0) {
      return "";
    }
    StringBuilder path = new StringBuilder("M0,100");
    long level = HEIGHT;
    for (int i = 0; i < values.length; i++) {
      // What is there at all is visible.
      long height = values[i] <= 0 ? 0 : Math.max(2, Math.round(values[i] / max * HEIGHT));
      if (HEIGHT - height != level) {
        level = HEIGHT - height;
        path.append('H').append(i).append('V').append(level);
      }
    }
    return path.append('H').append(values.length).append("V100Z").toString();
  }
}
