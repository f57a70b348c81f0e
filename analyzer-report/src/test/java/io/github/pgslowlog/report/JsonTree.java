package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Read JSON: what it holds, and the names of its fields in the order in which they stand.
 *
 * @param value a map of trees, a list of trees, or a scalar as its text; null for null
 */
record JsonTree(@Nullable Object value) {
  static JsonTree parse(String json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      return read(parser);
    }
  }

  private static JsonTree read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NULL -> new JsonTree(null);
      default -> new JsonTree(parser.getText());
    };
  }

  private static JsonTree object(JsonParser parser) throws IOException {
    Map<String, JsonTree> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, read(parser));
    }
    return new JsonTree(fields);
  }

  private static JsonTree array(JsonParser parser) throws IOException {
    List<JsonTree> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(read(parser));
    }
    return new JsonTree(items);
  }

  JsonTree field(String name) {
    return value instanceof Map<?, ?> fields && fields.get(name) instanceof JsonTree field
        ? field
        : new JsonTree("no field " + name);
  }

  JsonTree item(int index) {
    return items().get(index);
  }

  List<JsonTree> items() {
    return value instanceof List<?> items
        ? items.stream().map(JsonTree.class::cast).toList()
        : List.of();
  }

  Set<String> names() {
    return value instanceof Map<?, ?> fields
        ? fields.keySet().stream()
            .map(String::valueOf)
            .collect(Collectors.toCollection(LinkedHashSet::new))
        : Set.of();
  }

  String text() {
    return String.valueOf(value);
  }
}
