package io.github.pgslowlog.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Values of options that are numbers. */
final class Numbers {
  private Numbers() {}

  /** Lets a command and its sub-commands say in plain words what is none. */
  static void register(CommandLine command) {
    command.registerConverter(int.class, text -> whole(text, Integer::valueOf));
    command.registerConverter(Integer.class, text -> whole(text, Integer::valueOf));
    command.registerConverter(long.class, text -> whole(text, Long::valueOf));
    command.registerConverter(Double.class, Numbers::fraction);
  }

  private static <T> T whole(String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (NumberFormatException none) {
      boolean digits = text.matches("[+-]?\\d+");
      throw new TypeConversionException(
          "'" + text + "' is " + (digits ? "too large" : "not a whole number, such as 10"));
    }
  }

  private static Double fraction(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException none) {
      throw new TypeConversionException("'" + text + "' is not a number, such as 10 or 2.5");
    }
  }
}
