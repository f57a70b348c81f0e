package io.github.pgslowlog.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine;

/** A time zone by its name. */
final class ZoneConverter implements CommandLine.ITypeConverter<ZoneId> {
  @Override
  public ZoneId convert(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new CommandLine.TypeConversionException(
          "'" + name + "' is not a time zone; give one such as Europe/Berlin, UTC or +02:00");
    }
  }
}
