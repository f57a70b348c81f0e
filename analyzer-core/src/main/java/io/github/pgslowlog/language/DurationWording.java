package io.github.pgslowlog.language;

import java.util.List;

/**
 * How one language begins a message about a duration: {@code OPENING number UNIT statement}.
 *
 * @param opening what stands before the number
 * @param units what may follow
 */
@SuppressWarnings("ArrayRecordComponent")
public record DurationWording(byte[] opening, List<Unit> units) {
  /** Copies the list. */
  public DurationWording {
    units = List.copyOf(units);
  }

  /**
   * A unit of time and what may follow it; nothing may always follow.
   *
   * @param text the unit, with the blank before it
   * @param forms those that begin with a word, the longest first, then those that begin with a name
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Unit(byte[] text, List<StatementWording> forms) {
    /** Copies the list. */
    public Unit {
      forms = List.copyOf(forms);
    }
  }
}
