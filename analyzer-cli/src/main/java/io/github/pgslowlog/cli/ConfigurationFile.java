package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with a {@code name = value} on each line, as in postgresql.conf: names are those of the
 * long options, a value with spaces at an end stands in single quotes, a line that begins with
 * {@code #} is a comment, and a repeatable option may have several lines.
 */
final class ConfigurationFile {
  /** 1 MB: more is no configuration. */
  private static final int MAX_BYTES = 1_000_000;

  /** Some editors put one at the start. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;

  private ConfigurationFile(String name) {
    this.name = name;
  }

  /** Its values, in their order. */
  static List<GivenValue> read(String name) {
    try {
      return new ConfigurationFile(name).values(text(name).lines().toList());
    } catch (InvalidPathException | IOException failure) {
      throw new AnalyzerException(name + ": " + reason(failure), failure);
    }
  }

  /** No more is read than a file may have: a device has no end. */
  private static String text(String name) throws IOException {
    try (InputStream in = Files.newInputStream(Path.of(name))) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new AnalyzerException(
            name + ": this is too large for a configuration file; name one by --config");
      }
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
  }

  private static String reason(Exception failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file; give --config the name of a configuration file";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied; make the configuration file readable for you";
    }
    if (failure instanceof CharacterCodingException) {
      return "the configuration file is not in UTF-8; save it in UTF-8";
    }
    return "the configuration file cannot be read: " + failure.getMessage();
  }

  private List<GivenValue> values(List<String> lines) {
    List<GivenValue> values = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        values.add(value(line, name + ":" + (i + 1)));
      }
    }
    return values;
  }

  private static GivenValue value(String line, String place) {
    int equals = line.indexOf('=');
    String option = equals < 0 ? line : line.substring(0, equals).strip();
    if (equals < 1) {
      throw new AnalyzerException(
          place + ": '" + line + "' is no setting; write NAME = VALUE, as in: top = 50");
    }
    String value = line.substring(equals + 1).strip();
    if (value.isEmpty()) {
      throw new AnalyzerException(
          place + ": " + option + " has no value; give one, or put a # before the line");
    }
    if (value.startsWith("'")) {
      value = unquoted(value, place);
    }
    return new GivenValue(option.startsWith("--") ? option.substring(2) : option, value, place);
  }

  /** {@code 'it''s'} is {@code it's}. */
  private static String unquoted(String value, String place) {
    String inner = value.length() < 2 ? "'" : value.substring(1, value.length() - 1);
    if (!value.endsWith("'") || inner.replace("''", "").contains("'")) {
      throw new AnalyzerException(
          place
              + ": the quotes of "
              + value
              + " do not match; put the whole value between single quotes, and double those in it");
    }
    return inner.replace("''", "'");
  }
}
