package io.github.pgslowlog.postgres.whatif;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.select.PlanNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what EXPLAIN (FORMAT JSON) prints. */
final class PlanReader {
  /** Plans nest as deep as statements; each level takes two of JSON. */
  private static final int MAX_DEPTH = 500;

  private static final int MAX_STRING = 8 << 20;

  /** Conditions are shown to people; a list of ten thousand values is not. */
  private static final int MAX_TEXT = 2000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2 * MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .build())
          .build();

  private static final List<String> CONDITIONS =
      List.of("Index Cond", "Hash Cond", "Merge Cond", "Recheck Cond", "TID Cond");
  private static final List<String> FILTERS = List.of("Filter", "Join Filter", "One-Time Filter");

  private final PlanNames names;

  PlanReader(PlanNames names) {
    this.names = names;
  }

  /**
   * Reads a plan.
   *
   * @throws IOException if it is no plan, or nests too deep
   */
  PlanNode read(String json) throws IOException {
    try (JsonParser parser = JSON.createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals("Plan")) {
          parser.nextToken();
          return node(parser, "");
        }
      }
    }
    throw new IOException("no plan in what EXPLAIN printed");
  }

  private PlanNode node(JsonParser parser, String schemaAbove) throws IOException {
    Map<String, String> texts = new HashMap<>();
    List<String> sortKeys = new ArrayList<>();
    List<PlanNode> children = new ArrayList<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("Plans") && value == JsonToken.START_ARRAY) {
        String schema = table(texts).map(TableName::schema).orElse(schemaAbove);
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          children.add(node(parser, schema));
        }
      } else if (field.equals("Sort Key") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          sortKeys.add(shortened(parser.getText()));
        }
      } else if (value.isScalarValue()) {
        texts.put(field, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return node(texts, schemaAbove, sortKeys, children);
  }

  private PlanNode node(
      Map<String, String> texts,
      String schemaAbove,
      List<String> sortKeys,
      List<PlanNode> children) {
    Optional<TableName> table = table(texts);
    String schema = table.map(TableName::schema).orElse(schemaAbove);
    String index = texts.get("Index Name");
    if (index != null) {
      names.searched(schema, index, texts.getOrDefault("Index Cond", ""));
    }
    return new PlanNode(
        texts.getOrDefault("Node Type", ""),
        table,
        Optional.ofNullable(index).map(name -> names.shown(schema, name)),
        first(texts, CONDITIONS),
        first(texts, FILTERS),
        sortKeys,
        number(texts, "Startup Cost"),
        number(texts, "Total Cost"),
        number(texts, "Plan Rows"),
        (int) number(texts, "Plan Width"),
        children);
  }

  private Optional<TableName> table(Map<String, String> texts) {
    return Optional.ofNullable(texts.get("Relation Name"))
        .map(
            name ->
                new TableName(
                    Optional.ofNullable(texts.get("Schema"))
                        .or(() -> names.schemaOfTable(name))
                        .orElse(""),
                    name));
  }

  private static String first(Map<String, String> texts, List<String> fields) {
    return fields.stream()
        .filter(texts::containsKey)
        .findFirst()
        .map(field -> shortened(texts.getOrDefault(field, "")))
        .orElse("");
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }

  private static double number(Map<String, String> texts, String field) {
    try {
      return Double.parseDouble(texts.getOrDefault(field, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
