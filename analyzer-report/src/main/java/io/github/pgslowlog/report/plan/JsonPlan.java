package io.github.pgslowlog.report.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An object of a plan in JSON: texts, numbers as they stand, lists, and objects, in order. */
record JsonPlan(Map<String, Object> fields) {
  /** Plans are far less deep; a hostile one is not read. */
  private static final int MAX_DEPTH = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  /** Empty if it is no JSON object. */
  static Optional<JsonPlan> read(String plan) {
    try (JsonParser parser = FACTORY.createParser(plan)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          ? Optional.of(object(parser))
          : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static JsonPlan object(JsonParser parser) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(parser));
    }
    return new JsonPlan(fields);
  }

  private static Object value(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return object(parser);
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return parser.getText();
    }
    List<Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(parser));
    }
    return values;
  }

  /** A text or a number; empty if there is none. */
  String text(String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  Optional<JsonPlan> object(String name) {
    return fields.get(name) instanceof JsonPlan object ? Optional.of(object) : Optional.empty();
  }

  /** The objects of a list. */
  List<JsonPlan> objects(String name) {
    List<JsonPlan> found = new ArrayList<>();
    if (fields.get(name) instanceof List<?> values) {
      for (Object value : values) {
        if (value instanceof JsonPlan object) {
          found.add(object);
        }
      }
    }
    return found;
  }

  /** {@code a, b}; objects as {@code name=value}. */
  static String words(Object value) {
    if (value instanceof JsonPlan object) {
      return object.fields.entrySet().stream()
          .map(field -> field.getKey() + "=" + words(field.getValue()))
          .collect(Collectors.joining(" "));
    }
    if (value instanceof List<?> values) {
      return values.stream().map(JsonPlan::words).collect(Collectors.joining(", "));
    }
    return String.valueOf(value);
  }
}
