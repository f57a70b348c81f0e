package io.github.pgslowlog.postgres.schema;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Creates the extension that something missing belongs to: a dump of one schema ({@code pg_dump
 * -n}) has no CREATE EXTENSION.
 */
record MissingExtension(Extensions extensions) implements Remedy {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "(?:type|operator class|function) \"?(?:([^\".]+)\\.)?([^\".(]+)\"?.* does not exist.*");
  private static final Pattern NO_DEFAULT_CLASS =
      Pattern.compile(
          "data type .+ has no default operator class for access method \"(gin|gist)\"");

  private static final Map<String, String> OWNERS = new HashMap<>();

  static {
    put("citext", "citext");
    put("hstore", "hstore");
    put("ltree", "ltree lquery ltxtquery gist_ltree_ops");
    put("cube", "cube");
    put("seg", "seg");
    put("isn", "ean13 isbn isbn13 issn issn13 ismn ismn13 upc");
    put("lo", "lo");
    put("pg_trgm", "gin_trgm_ops gist_trgm_ops similarity word_similarity");
    put("intarray", "query_int gin__int_ops gist__int_ops gist__intbig_ops");
    put("earthdistance", "earth ll_to_earth");
    put("uuid-ossp", "uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 uuid_generate_v5");
    put("unaccent", "unaccent");
    put("pgcrypto", "crypt digest hmac gen_salt gen_random_bytes");
    put("fuzzystrmatch", "soundex levenshtein metaphone dmetaphone daitch_mokotoff");
  }

  private static void put(String extension, String members) {
    for (String member : members.split(" ", -1)) {
      OWNERS.put(member, extension);
    }
  }

  @Override
  public Optional<String> apply(Failure failure) throws SQLException {
    String message = failure.error().message();
    Matcher noClass = NO_DEFAULT_CLASS.matcher(message);
    if (noClass.matches()) {
      return extensions.create("btree_" + noClass.group(1), "")
          ? Optional.of(failure.sql())
          : Optional.empty();
    }
    Matcher missing = MESSAGE.matcher(message);
    if (!missing.matches() || !OWNERS.containsKey(missing.group(2))) {
      return Optional.empty();
    }
    String schema = missing.group(1) == null ? "public" : missing.group(1);
    return extensions.create(OWNERS.get(missing.group(2)), schema)
        ? Optional.of(failure.sql())
        : Optional.empty();
  }
}
