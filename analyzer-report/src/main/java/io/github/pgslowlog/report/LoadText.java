package io.github.pgslowlog.report;

import io.github.pgslowlog.workload.TimeSlice;
import io.github.pgslowlog.workload.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
    long count = seconds(first, slices.get(slices.size() - 1)) / width + 1;
    long seconds = (count + MAX_BARS - 1) / MAX_BARS * width;
    int bars = (int) ((count * width + seconds - 1) / seconds);
    long[] calls = new long[bars];
    long[] micros = new long[bars];
    for (TimeSlice slice : slices) {
      int bar = (int) (seconds(first, slice) / seconds);
      calls[bar] += slice.calls();
      micros[bar] += slice.micros();
    }
    canvas.heading("Load over time (" + duration(seconds) + " each)");
    canvas.line(String.format(Locale.ROOT, "%-20s %8s %10s", "from (UTC)", "calls", "time"));
    bars(first, seconds, calls, micros);
  }

  private static long seconds(Instant first, TimeSlice slice) {
    return Duration.between(first, slice.from()).toSeconds();
  }

  private void bars(Instant first, long seconds, long[] calls, long[] micros) {
    long most = Math.max(1, Arrays.stream(micros).max().orElse(1));
    int room = Math.max(0, canvas.width() - 41);
    for (int i = 0; i < micros.length; i++) {
      String from = Times.iso(first.plusSeconds(i * seconds)).substring(0, 19).replace('T', ' ');
      int length = (int) Math.round((double) micros[i] / most * room);
      canvas.line(
          String.format(
                  Locale.ROOT,
                  "%-20s %8s %10s %s",
                  from,
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
