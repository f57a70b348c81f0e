package io.github.pgslowlog.report.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.Set;

/** Masks plans in JSON, YAML and XML: texts under keys that are not known are masked. */
final class PlanDocument {
  /** Keys, in the spelling of JSON, whose texts are names or words of the server. */
  private static final Set<String> KEPT =
      Set.of(
          "Alias",
          "CTE Name",
          "Cache Mode",
          "Command",
          "Constraint Name",
          "Custom Plan Provider",
          "Function Name",
          "Index Name",
          "Join Type",
          "Node Type",
          "Operation",
          "Parent Relationship",
          "Partial Mode",
          "Relation Name",
          "Relation",
          "Scan Direction",
          "Schema",
          "Sort Method",
          "Sort Space Type",
          "Strategy",
          "Subplan Name",
          "Trigger Name",
          "Tuplestore Name");

  /** Keys whose texts are the statement and its values. */
  private static final Set<String> DROPPED = Set.of("Query Text", "Query Parameters");

  private static final String LEFT_OUT = "(masked)";

  private PlanDocument() {}

  static Optional<String> json(String plan) {
    StringWriter out = new StringWriter();
    try (JsonParser parser = new JsonFactory().createParser(plan);
        JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      String key = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          key = parser.currentName();
        }
        if (token == JsonToken.VALUE_STRING) {
          json.writeString(value(key, parser.getText()));
        } else if (token.isNumeric()) {
          // As it stands: 0.020 stays 0.020.
          json.writeNumber(parser.getText());
        } else {
          json.copyCurrentEvent(parser);
        }
      }
    } catch (IOException notJson) {
      return Optional.empty();
    }
    return Optional.of(out.toString());
  }

  private static String value(String key, String text) {
    if (DROPPED.contains(key)) {
      return LEFT_OUT;
    }
    return KEPT.contains(key) ? text : PlanMask.expression(text);
  }

  /** {@code Filter: "(total > 100)"}; what is no key with a value is kept if it holds none. */
  static String yaml(String plan) {
    StringBuilder out = new StringBuilder(plan.length());
    for (String line : plan.split("\n", -1)) {
      out.append(out.length() == 0 ? "" : "\n").append(yamlLine(line));
    }
    return out.toString();
  }

  private static String yamlLine(String line) {
    int quote = line.indexOf('"');
    if (quote < 0) {
      return line;
    }
    String head = line.substring(0, quote);
    String key = head.strip().replaceFirst("^- ", "").replaceFirst(":$", "").strip();
    String text = line.substring(quote + 1).replaceFirst("\"\\s*$", "");
    return head + '"' + quoted(value(key, text.replace("\\\"", "\""))) + '"';
  }

  private static String quoted(String text) {
    return text.replace("\"", "\\\"");
  }

  /** {@code <Filter>(total > 100)</Filter>}, which may go over several lines. */
  static String xml(String plan) {
    StringBuilder out = new StringBuilder(plan.length());
    int i = 0;
    String element = "";
    while (i < plan.length()) {
      int tag = plan.indexOf('<', i);
      String text = plan.substring(i, tag < 0 ? plan.length() : tag);
      // What is in a list is an expression, even if it is a number.
      boolean figure = isFigure(text) && !element.equals("Item");
      out.append(text.isBlank() || figure ? text : xmlText(element, text));
      if (tag < 0) {
        break;
      }
      int end = plan.indexOf('>', tag);
      i = end < 0 ? plan.length() : end + 1;
      element = plan.substring(tag + 1, end < 0 ? plan.length() : end).replace('-', ' ');
      out.append(plan, tag, i);
    }
    return out.toString();
  }

  private static String xmlText(String element, String text) {
    String sql = text.replace("&quot;", "\"");
    return value(element, sql).replace("\"", "&quot;");
  }

  private static boolean isFigure(String text) {
    return text.strip().matches("-?[0-9.]+(e[+-]?[0-9]+)?|true|false");
  }
}
