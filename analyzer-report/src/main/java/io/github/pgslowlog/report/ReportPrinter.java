package io.github.pgslowlog.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Indented by two blanks, but small objects of which there are many stand in one line each. */
final class ReportPrinter extends DefaultPrettyPrinter {
  private static final long serialVersionUID = 1;

  private boolean line;

  ReportPrinter() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    indentObjectsWith(lines);
    indentArraysWith(lines);
  }

  /**
   * Whether what begins now stands in one line; to be called between fields or values. Returns
   * whether it did before.
   */
  boolean setLine(boolean newLine) {
    boolean before = line;
    line = newLine;
    return before;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) throws IOException {
    if (line) {
      json.writeRaw(' ');
    } else {
      super.beforeObjectEntries(json);
    }
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
    if (line) {
      json.writeRaw(", ");
    } else {
      super.writeObjectEntrySeparator(json);
    }
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) throws IOException {
    if (line) {
      _nesting--;
      json.writeRaw(" }");
    } else {
      super.writeEndObject(json, entries);
    }
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) throws IOException {
    if (!line) {
      super.beforeArrayValues(json);
    }
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
    if (line) {
      json.writeRaw(", ");
    } else {
      super.writeArrayValueSeparator(json);
    }
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) throws IOException {
    if (line) {
      _nesting--;
      json.writeRaw(']');
    } else {
      super.writeEndArray(json, values);
    }
  }
}
