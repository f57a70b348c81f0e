package io.github.pgslowlog.prefix;

import io.github.pgslowlog.prefix.HeadTokenizer.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Infers a prefix that nobody has listed from the heads of many lines.
 *
 * <p>Each head gives a shape or a few; the shape that most heads fit is the prefix, once its values
 * over all lines have told which fields they are, and lines that stop early where {@code %q} is.
 */
final class PrefixInference {
  /** The right shape is among the most frequent ones; each is tried on every head. */
  private static final int MAX_SHAPES = 12;

  /** Heads to read shapes off, spread over the sample. */
  private static final int SHAPE_HEADS = 40;

  /** Longer heads are rather text that holds a label. */
  private static final int LONGEST_HEAD = 1024;

  private static final List<Reading> READINGS = readings();

  private PrefixInference() {}

  private static List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    for (int bits = 0; bits < 8; bits++) {
      readings.add(new Reading((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0));
    }
    return readings;
  }

  static Optional<LogLinePrefix> infer(HeadSample sample) {
    List<HeadSample.Head> heads =
        sample.heads().stream()
            .filter(head -> head.label() > head.line().from())
            .filter(head -> head.label() - head.line().from() <= LONGEST_HEAD)
            .filter(head -> !isMessage(head.latin1()))
            .toList();
    Shape best = null;
    for (Map.Entry<PrefixTemplate, Integer> shape : shapes(heads)) {
      Shape candidate = Shape.of(shape.getKey(), heads, shape.getValue());
      if (best == null || Shape.BETTER.compare(candidate, best) > 0) {
        best = candidate;
      }
    }
    if (best == null || !isProven(best, sample)) {
      return Optional.empty();
    }
    return prefix(best.template(), heads);
  }

  /** Names alone could be any text before a label. */
  private static boolean isProven(Shape shape, HeadSample sample) {
    return shape.template().isTelling()
        || (shape.fitting() > 1 && 2 * shape.fitting() >= sample.lines().size());
  }

  private static List<Map.Entry<PrefixTemplate, Integer>> shapes(List<HeadSample.Head> heads) {
    Map<PrefixTemplate, Integer> counts = new LinkedHashMap<>();
    int step = Math.max(1, heads.size() / SHAPE_HEADS);
    for (int i = 0; i < heads.size(); i += step) {
      String text = heads.get(i).latin1();
      for (Reading reading : READINGS) {
        if (matters(reading, text)) {
          PrefixTemplate.of(HeadTokenizer.tokens(text, reading))
              .filter(template -> reading.dashDivides() || !template.hasDashBeforeName())
              .ifPresent(template -> counts.merge(template, 1, Integer::sum));
        }
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<PrefixTemplate, Integer>comparingByValue().reversed())
        .limit(MAX_SHAPES)
        .toList();
  }

  private static boolean matters(Reading reading, String text) {
    return (!reading.rightAligned() || text.contains("  "))
        && (!reading.localIsRemote() || text.contains("[local]"))
        && (!reading.dashDivides() || text.contains("-"));
  }

  /** What stands before the label is a message itself, or JSON or CSV. */
  private static boolean isMessage(String head) {
    int start = 0;
    while (start < head.length() && " \t\n\u000b\f\r".indexOf(head.charAt(start)) >= 0) {
      start++;
    }
    return head.startsWith("{\"", start)
        || head.startsWith("[\"", start)
        || head.contains("duration: ")
        || head.contains("statement: ")
        || head.contains(",\"");
  }

  private static Optional<LogLinePrefix> prefix(
      PrefixTemplate template, List<HeadSample.Head> heads) {
    ColumnValues values = ColumnValues.of(template, heads);
    NameColumns names = new NameColumns(template, values);
    Map<PrefixEscape, PrefixEscape> roles = new EnumMap<>(PrefixEscape.class);
    NumberColumns numbers = new NumberColumns(template, values, names.names());
    List<PrefixEscape> suffixes = numbers.suffixes();
    if (!suffixes.isEmpty()) {
      return prefix(template.withoutSuffix(suffixes.get(0)), heads);
    }
    roles.putAll(names.roles());
    roles.putAll(numbers.roles());
    roles.putAll(AddressColumns.roles(template, values));
    roles.putAll(TimeColumns.roles(template, values));
    List<PrefixElement> elements = new ArrayList<>();
    for (PrefixElement element : template.elements()) {
      if (element instanceof PrefixElement.Field field) {
        elements.add(
            names.literals().contains(field.escape())
                ? new PrefixElement.Literal(values.of(field.escape()).get(0))
                : new PrefixElement.Field(
                    roles.getOrDefault(field.escape(), field.escape()), field.padding()));
      } else {
        elements.add(element);
      }
    }
    boolean twice =
        elements.stream()
                .map(PrefixElement::format)
                .filter(f -> f.startsWith("%"))
                .distinct()
                .count()
            < elements.stream().filter(e -> e instanceof PrefixElement.Field).count();
    return twice
        ? Optional.empty()
        : Optional.of(
            LogLinePrefix.parse(LogLinePrefix.of(StopFinder.withStop(elements, heads)).format()));
  }

  /** A template and how well it fits. */
  private record Shape(PrefixTemplate template, int fitting, int frequency) {
    static final Comparator<Shape> BETTER =
        Comparator.comparingInt(Shape::fitting)
            .thenComparing(Shape::tellingFields)
            .thenComparing(Comparator.comparing(Shape::names).reversed())
            .thenComparing(Shape::frequency);

    static Shape of(PrefixTemplate template, List<HeadSample.Head> heads, int frequency) {
      PrefixMatcher matcher = template.prefix().matcher();
      PrefixFields fields = new PrefixFields();
      int fitting = 0;
      for (HeadSample.Head head : heads) {
        if (matcher.matchesSession(head.line().array(), head.line().from(), head.label(), fields)) {
          fitting++;
        }
      }
      return new Shape(template, fitting, frequency);
    }

    int tellingFields() {
      long fields =
          template.elements().stream().filter(e -> e instanceof PrefixElement.Field).count();
      return (int) fields - names();
    }

    int names() {
      return template.open(FieldSyntax.TEXT).size();
    }
  }
}
