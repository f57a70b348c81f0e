package io.github.pgslowlog.postgres.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An object of JSON whose members are all strings, numbers or words. */
final class FlatJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private FlatJson() {}

  /** Its members as text, without those that are null; empty if it is none. */
  static Optional<Map<String, String>> read(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, String> members = new HashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == null || !value.isScalarValue()) {
          return Optional.empty();
        }
        if (value != JsonToken.VALUE_NULL) {
          members.put(name, parser.getText());
        }
      }
      return parser.currentToken() == JsonToken.END_OBJECT
          ? Optional.of(members)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
