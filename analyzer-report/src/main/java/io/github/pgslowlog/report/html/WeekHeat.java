package io.github.pgslowlog.report.html;

import io.github.pgslowlog.workload.WeekQuarter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Load by weekday and hour, in UTC. */
final class WeekHeat {
  /** Steps of colour, besides none. */
  static final int STEPS = 8;

  private static final int HOURS = 24;
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  /** Less says nothing of the hours of a day. */
  private static final Duration LEAST = Duration.ofHours(12);

  private final Duration covered;
  private final long[] micros = new long[DAYS.size() * HOURS];
  private final long[] calls = new long[DAYS.size() * HOURS];
  private long most;

  WeekHeat(List<WeekQuarter> quarters, Duration covered) {
    this.covered = covered;
    for (WeekQuarter quarter : quarters) {
      int hour = quarter.quarter() / 4;
      micros[hour] += quarter.micros();
      calls[hour] += quarter.calls();
      most = Math.max(most, micros[hour]);
    }
  }

  /**
   * An hour of a weekday.
   *
   * @param step of colour, 0 where there is no load
   * @param title what it was
   */
  record Cell(int step, String title) {}

  /**
   * A weekday.
   *
   * @param name of the day
   * @param cells its hours
   */
  record Day(String name, List<Cell> cells) {}

  boolean isTold() {
    return most > 0 && covered.compareTo(LEAST) >= 0;
  }

  String covered() {
    return Figures.length(covered);
  }

  boolean isWholeWeeks() {
    return covered.compareTo(Duration.ofDays(7)) >= 0;
  }

  String most() {
    return Figures.duration(most);
  }

  List<Day> days() {
    List<Day> days = new ArrayList<>();
    for (int day = 0; day < DAYS.size(); day++) {
      List<Cell> cells = new ArrayList<>();
      for (int hour = 0; hour < HOURS; hour++) {
        cells.add(cell(day, hour));
      }
      days.add(new Day(DAYS.get(day), cells));
    }
    return days;
  }

  private Cell cell(int day, int hour) {
    int index = day * HOURS + hour;
    String load =
        calls[index] == 0 && micros[index] == 0
            ? "nothing logged"
            : Figures.duration(micros[index]) + " in " + Figures.count(calls[index], "call");
    return new Cell(
        step(micros[index], most), DAYS.get(day) + " " + hour + ":00 to " + hour + ":59: " + load);
  }

  /** From 1, a little, to {@value #STEPS}, the most; 0 is nothing. */
  static int step(long part, long most) {
    return part <= 0 || most <= 0 ? 0 : Math.max(1, (int) Math.ceil((double) part / most * STEPS));
  }
}
