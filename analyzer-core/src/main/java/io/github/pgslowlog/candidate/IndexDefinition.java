package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.IndexName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL that creates and drops an index.
 *
 * @param index the index
 * @param name how it is called
 */
public record IndexDefinition(CandidateIndex index, String name) {
  /** Longer names are cut by the server (NAMEDATALEN is 64). */
  private static final int MAX_NAME_BYTES = 63;

  /** Line ends and what nobody sees: a table may have them in its name, a new index need not. */
  private static final Pattern CONTROL = Pattern.compile("\\p{C}+");

  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}_]+");

  /**
   * The index with a name as the server would give it.
   *
   * @param index the index
   */
  public IndexDefinition(CandidateIndex index) {
    this(index, name(index));
  }

  /**
   * Creates it while the table is in use.
   *
   * @return a statement that cannot run in a transaction block
   */
  public String create() {
    return "CREATE INDEX CONCURRENTLY " + Identifier.quoted(name) + definition() + ";";
  }

  /**
   * Creates it at once, the table being locked for writes.
   *
   * @return a statement without a semicolon
   */
  public String createLocking() {
    return "CREATE INDEX " + Identifier.quoted(name) + definition();
  }

  /**
   * Creates it on a partitioned table, without its partitions.
   *
   * @return a statement; the index is valid once an index of each partition is attached to it
   */
  public String createOnly() {
    return "CREATE INDEX "
        + Identifier.quoted(name)
        + definition().replaceFirst("^ ON ", " ON ONLY ")
        + ";";
  }

  /**
   * Drops it while the table is in use.
   *
   * @return a statement that cannot run in a transaction block
   */
  public String drop() {
    return "DROP INDEX CONCURRENTLY " + qualifiedName().sql() + ";";
  }

  /**
   * Its name with the schema of its table.
   *
   * @return the name
   */
  public IndexName qualifiedName() {
    return new IndexName(index.table().schema(), name);
  }

  private String definition() {
    return " ON "
        + index.table().sql()
        + (index.isBtree() ? "" : " USING " + Identifier.quoted(index.accessMethod()))
        + index.keys().stream().map(IndexKey::sql).collect(Collectors.joining(", ", " (", ")"))
        + include()
        + index.predicate().map(condition -> " WHERE " + condition).orElse("");
  }

  private String include() {
    return index.included().isEmpty()
        ? ""
        : index.included().stream()
            .map(Identifier::quoted)
            .collect(Collectors.joining(", ", " INCLUDE (", ")"));
  }

  /** As the server would name it; a name too long ends in a hash of the whole. */
  private static String name(CandidateIndex index) {
    String columns =
        Stream.concat(index.keys().stream().map(IndexDefinition::word), index.included().stream())
            .collect(Collectors.joining("_"));
    String name =
        index.table().name() + "_" + columns + (index.predicate().isPresent() ? "_partial" : "");
    String suffix = index.isBtree() ? "_idx" : "_" + index.accessMethod() + "_idx";
    return bounded(CONTROL.matcher(name + suffix).replaceAll("_"), suffix);
  }

  private static String word(IndexKey key) {
    return key.expression()
        ? NOT_WORD.matcher(key.text()).replaceAll("_").replaceAll("^_+|_+$", "")
        : key.text();
  }

  private static String bounded(String name, String suffix) {
    if (name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES) {
      return name;
    }
    String hash = String.format(Locale.ROOT, "_%08x", name.hashCode()) + suffix;
    int end =
        name.offsetByCodePoints(0, Math.min(MAX_NAME_BYTES, name.codePointCount(0, name.length())));
    while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length + hash.length()
        > MAX_NAME_BYTES) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + hash;
  }
}
