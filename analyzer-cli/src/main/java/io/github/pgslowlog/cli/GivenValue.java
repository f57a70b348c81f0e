package io.github.pgslowlog.cli;

/**
 * A value of an option that is not from the command line.
 *
 * @param name of the option, without dashes
 * @param value as it is meant, without quotes
 * @param origin where it stands: {@code /home/me/.config/pgslowlog/config:3}, {@code PGSLOWLOG_TOP}
 */
record GivenValue(String name, String value, String origin) {}
