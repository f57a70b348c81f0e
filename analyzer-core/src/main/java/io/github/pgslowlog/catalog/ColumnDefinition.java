package io.github.pgslowlog.catalog;

/**
 * A column of a table or view.
 *
 * @param name its name
 * @param type its type as {@code format_type} prints it: {@code character varying(20)}, {@code
 *     timestamp with time zone}; empty if it is not known
 * @param notNull NOT NULL
 */
public record ColumnDefinition(String name, String type, boolean notNull) {}
