package io.github.pgslowlog.resolve;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Types, and which of them an index compares with each other without a cast of the column.
 *
 * <p>Types of one operator family of B-trees are: {@code integer_ops}, {@code float_ops}, {@code
 * datetime_ops}, {@code text_ops}, {@code network_ops}. Between numbers of different families the
 * server casts to the one that can hold more (manual: Type Conversion, Operators).
 */
final class TypeNames {
  private static final Map<String, String> FULL_NAMES =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("float", "double precision"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "character varying"),
          Map.entry("char varying", "character varying"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"));

  /** How much a family of numbers can hold; a column is cast to a higher one. */
  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "smallint", 0, "integer", 0, "bigint", 0, "numeric", 1, "real", 2, "double precision", 2);

  private static final Set<String> TEXTS = Set.of("text", "character varying");

  /** Texts with an order or equality of their own, given up when compared with other text. */
  private static final Set<String> OTHER_TEXTS = Set.of("character", "citext");

  private TypeNames() {}

  /** The full name of a type without modifiers: {@code varchar(20)} is character varying. */
  static String full(String type) {
    String bare = type.toLowerCase(Locale.ROOT).replaceAll("\\s*\\([^)]*\\)", "").strip();
    String local = bare.startsWith("pg_catalog.") ? bare.substring("pg_catalog.".length()) : bare;
    if (local.endsWith("[]")) {
      return full(local.substring(0, local.length() - 2)) + "[]";
    }
    return FULL_NAMES.getOrDefault(local, local);
  }

  /** The type of the elements of an array; empty if it is none. */
  static String element(String array) {
    return array.endsWith("[]") ? array.substring(0, array.length() - 2) : "";
  }

  /** Whether a cast of a column changes nothing that an index looks at. */
  static boolean isRelabel(String column, String cast) {
    String from = full(column);
    String to = full(cast);
    if (from.isEmpty()) {
      return false;
    }
    boolean network = from.equals("cidr") && to.equals("inet");
    return from.equals(to) || TEXTS.contains(from) && TEXTS.contains(to) || network;
  }

  /** Whether the server casts a column when it is compared with a value of another type. */
  static boolean castsColumn(String column, String value) {
    String from = full(column);
    String to = full(value);
    if (NUMBERS.containsKey(from) && NUMBERS.containsKey(to)) {
      return NUMBERS.getOrDefault(to, 0) > NUMBERS.getOrDefault(from, 0);
    }
    boolean padded = from.equals("character") && to.equals("character varying");
    return OTHER_TEXTS.contains(from) && TEXTS.contains(to) && !padded;
  }
}
