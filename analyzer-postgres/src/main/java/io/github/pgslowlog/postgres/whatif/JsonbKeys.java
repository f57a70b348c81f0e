package io.github.pgslowlog.postgres.whatif;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Names of members and values of JSON documents, or a hash of each value with the names that lead
 * to it; see <a
 * href="https://www.postgresql.org/docs/current/datatype-json.html#JSON-INDEXING">jsonb
 * Indexing</a>.
 */
final class JsonbKeys implements KeyExtractor {
  /** {@code jsonb_ops}. */
  static final JsonbKeys NAMES_AND_VALUES = new JsonbKeys(true);

  /** {@code jsonb_path_ops}. */
  static final JsonbKeys PATHS = new JsonbKeys(false);

  /** As deep as documents are looked into; deeper values count as none. */
  private static final int MAX_DEPTH = 100;

  /** Of longer texts a hash is the key; {@code JGIN_MAXLENGTH}. */
  private static final int MAX_TEXT = 125;

  private static final double HASH_BYTES = 4;
  private static final double HASHED_TEXT_BYTES = 10;
  private static final JsonFactory JSON = new JsonFactory();

  private final boolean names;

  private JsonbKeys(boolean names) {
    this.names = names;
  }

  /** A group is what stands under the same names; of a document that is cut, what there is. */
  @Override
  public Set<GinKey> keys(String value) {
    Set<GinKey> keys = new LinkedHashSet<>();
    try (JsonParser parser = JSON.createParser(value)) {
      collect(parser, keys);
    } catch (IOException e) {
      // What comes before is a sample as well.
      return keys;
    }
    return keys;
  }

  private void collect(JsonParser parser, Set<GinKey> keys) throws IOException {
    List<String> path = new ArrayList<>();
    String name = "";
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.FIELD_NAME) {
        name = parser.currentName();
        if (names) {
          keys.add(new GinKey("", "name " + name, bytes(name)));
        }
      } else if (token.isStructStart() && path.size() == MAX_DEPTH) {
        parser.skipChildren();
      } else if (token.isStructStart()) {
        path.add(name);
      } else if (token.isStructEnd()) {
        path.remove(path.size() - 1);
      } else {
        String group = "/" + String.join("/", path) + "/" + name;
        String text = parser.getText();
        keys.add(
            names
                ? new GinKey(group, token + " " + text, bytes(text))
                : new GinKey(group, group + " " + text, HASH_BYTES));
      }
    }
  }

  /** A flag and a short header stand before the text. */
  private static double bytes(String text) {
    return text.length() > MAX_TEXT ? HASHED_TEXT_BYTES : 2.0 + text.length();
  }
}
