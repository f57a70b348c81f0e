package io.github.pgslowlog.report;

import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Load over time as bars: the time of the log in a few parts of equal length. */
final class LoadText {
  /** A screen has 24 lines, and other things to show. */
  private static final int MAX_BARS = 12;

  private final TextCanvas canvas;

  LoadText(TextCanvas canvas) {
    this.canvas = canvas;
  }

  void write(Timeline timeline) {
    List<TimeSlice> slices = timeline.slices();
    if (slices.size() < 2) {
      return;
    }
    Instant first = slices.get(0).from();
    long width = timeline.width().toSeconds();
    long count =
        Duration.between(first, slices.get(slices.size() - 1).from()).toSeconds() / width + 1;
    long each = (count + MAX_BARS - 1) / MAX_BARS;
    int bars = (int) ((count + each - 1) / each);
    long[] calls = new long[bars];
    long[] micros = new long[bars];
    for (TimeSlice slice : slices) {
      int bar = (int) (Duration.between(first, slice.from()).toSeconds() / width / each);
      calls[bar] += slice.calls();
      micros[bar] += slice.micros();
    }
    canvas.heading("Load over time (" + duration(width * each) + " each)");
    canvas.line(String.format(Locale.ROOT, "%-20s %8s %10s", "from (UTC)", "calls", "time"));
    long most = 1;
    for (long time : micros) {
      most = Math.max(most, time);
    }
    for (int i = 0; i < bars; i++) {
      String from = Times.iso(first.plusSeconds(i * each * width)).substring(0, 19);
      int length = (int) Math.round((double) micros[i] / most * Math.max(0, canvas.width() - 41));
      canvas.line(
          String.format(
                  Locale.ROOT,
                  "%-20s %8s %10s %s",
                  from.replace('T', ' '),
                  Words.count(calls[i]),
                  Words.duration(micros[i]),
                  "#".repeat(length))
              .stripTrailing());
    }
  }

  private static String duration(long seconds) {
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + " d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + " h";
    }
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }
}
