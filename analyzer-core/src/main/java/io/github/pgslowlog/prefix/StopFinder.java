package io.github.pgslowlog.prefix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds where {@code %q} stands: lines of background processes end there. */
final class StopFinder {
  private static final int MAX_LINES = 4;

  /** What background processes leave empty, even before {@code %q}. */
  private static final List<PrefixEscape> OF_SESSIONS =
      List.of(
          PrefixEscape.USER,
          PrefixEscape.DATABASE,
          PrefixEscape.APPLICATION,
          PrefixEscape.HOST,
          PrefixEscape.REMOTE);

  private StopFinder() {}

  /** The elements with {@code %q} where most of the lines that do not fit stop. */
  static List<PrefixElement> withStop(List<PrefixElement> elements, List<HeadSample.Head> heads) {
    PrefixMatcher whole = LogLinePrefix.of(elements).matcher();
    List<HeadSample.Head> shorter =
        heads.stream()
            .filter(head -> !head.duration() && !fits(whole, head))
            .limit(MAX_LINES)
            .toList();
    List<PrefixElement> best = elements;
    long most = 0;
    for (int i = 0; !shorter.isEmpty() && i < elements.size(); i++) {
      int length = elements.get(i) instanceof PrefixElement.Literal text ? text.text().length() : 1;
      for (int cut = 0; cut < length; cut++) {
        List<PrefixElement> stopped = stopped(elements, i, cut);
        PrefixMatcher matcher = LogLinePrefix.of(stopped).matcher();
        long count = shorter.stream().filter(head -> fits(matcher, head)).count();
        if (count > most) {
          most = count;
          best = stopped;
        }
      }
    }
    return best;
  }

  /**
   * The prefix with {@code %q} where the head of a line of a background process ends.
   *
   * @param prefix without {@code %q}
   * @param head does not fit it
   * @return empty if a session wrote the line, or the prefix does not begin like it
   */
  static Optional<LogLinePrefix> stopOf(LogLinePrefix prefix, HeadSample.Head head) {
    List<PrefixElement> elements = prefix.elements();
    PrefixFields fields = new PrefixFields();
    for (int i = 1; !head.duration() && i < elements.size(); i++) {
      int length = elements.get(i) instanceof PrefixElement.Literal text ? text.text().length() : 1;
      for (int cut = 0; cut < length; cut++) {
        LogLinePrefix stopped = LogLinePrefix.of(stopped(elements, i, cut));
        boolean ends =
            stopped
                .matcher()
                .matchesStopped(head.line().array(), head.line().from(), head.label(), fields);
        if (ends && OF_SESSIONS.stream().noneMatch(fields::has)) {
          boolean telling = PrefixWatch.isToldBy(fields::has);
          return telling ? Optional.of(LogLinePrefix.parse(stopped.format())) : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean fits(PrefixMatcher matcher, HeadSample.Head head) {
    return matcher.matches(
        head.line().array(), head.line().from(), head.label(), new PrefixFields());
  }

  private static List<PrefixElement> stopped(List<PrefixElement> elements, int index, int cut) {
    if (index == 0 && cut == 0) {
      return elements;
    }
    List<PrefixElement> stopped = new ArrayList<>(elements.subList(0, index));
    PrefixElement stop = new PrefixElement.Field(PrefixEscape.STOP, 0);
    if (cut == 0) {
      stopped.add(stop);
      stopped.add(elements.get(index));
    } else if (elements.get(index) instanceof PrefixElement.Literal literal) {
      stopped.add(new PrefixElement.Literal(literal.text().substring(0, cut)));
      stopped.add(stop);
      stopped.add(new PrefixElement.Literal(literal.text().substring(cut)));
    }
    stopped.addAll(elements.subList(index + 1, elements.size()));
    return stopped;
  }
}
