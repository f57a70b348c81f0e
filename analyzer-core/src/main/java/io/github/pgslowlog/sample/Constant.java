package io.github.pgslowlog.sample;

import io.github.pgslowlog.fingerprint.StatementValues.Value;
import java.util.List;
import java.util.Optional;

/** What stands at a place of a sample. */
sealed interface Constant {
  /** SQL NULL. */
  record Null() implements Constant {}

  /** A value so long that only its head is known: it counts, but nobody sees it. */
  record Cut() implements Constant {}

  /**
   * A value.
   *
   * @param text the value without quotes
   * @param string whether it was written as a string, or sent as a parameter
   */
  record Known(String text, boolean string) implements Constant {}

  /** As many characters of a value as {@link Value} has of it. */
  int MAX_CHARACTERS = 256;

  /** Empty for a parameter whose value was not logged. */
  static Optional<Constant> of(Value value, List<Optional<String>> parameters) {
    return switch (value.kind()) {
      case NULL -> Optional.of(new Null());
      case STRING -> Optional.of(known(value, true));
      case PARAMETER -> bound(value.text(), parameters);
      default -> Optional.of(known(value, false));
    };
  }

  private static Constant known(Value value, boolean string) {
    return value.isCut() ? new Cut() : new Known(value.text(), string);
  }

  private static Optional<Constant> bound(String number, List<Optional<String>> parameters) {
    int index = number.length() > 5 ? 0 : Integer.parseInt(number);
    if (index < 1 || index > parameters.size()) {
      return Optional.empty();
    }
    return Optional.of(
        parameters
            .get(index - 1)
            .<Constant>map(t -> t.length() > MAX_CHARACTERS ? new Cut() : new Known(t, true))
            .orElse(new Null()));
  }
}
