package io.github.pgslowlog.resolve;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What patterns of LIKE, SIMILAR TO and of regular expressions leave for an index.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/functions-matching.html">Pattern
 * Matching</a>; an index is searched by the text before the first wildcard, up to the first letter
 * if the match ignores case.
 */
final class LikeForms {
  private static final String LIKE_WILDCARDS = "%_";
  private static final String SIMILAR_WILDCARDS = "%_|*+?{}()[]";
  private static final String REGEX_SPECIALS = ".[]()*+?{}|^$";
  private static final String OPTIONAL = "*?{";

  private LikeForms() {}

  /** Where the wildcards of patterns stand. */
  static LikeForm of(List<PatternTexts.Escaped> patterns, String operator) {
    String wildcards = operator.contains("SIMILAR") ? SIMILAR_WILDCARDS : LIKE_WILDCARDS;
    Set<LikeForm> forms = EnumSet.noneOf(LikeForm.class);
    patterns.forEach(pattern -> forms.add(form(pattern, wildcards)));
    if (forms.isEmpty()) {
      return LikeForm.UNKNOWN;
    }
    if (forms.contains(LikeForm.INFIX)) {
      return forms.size() == 1 ? LikeForm.INFIX : LikeForm.MIXED;
    }
    return forms.contains(LikeForm.PREFIX) ? LikeForm.PREFIX : LikeForm.EXACT;
  }

  private static LikeForm form(PatternTexts.Escaped pattern, String wildcards) {
    String text = pattern.text();
    if (wildcards.length() > 2 && text.indexOf('|') >= 0) {
      return LikeForm.INFIX;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == pattern.escape()) {
        i++;
      } else if (wildcards.indexOf(text.charAt(i)) >= 0) {
        return i == 0 ? LikeForm.INFIX : LikeForm.PREFIX;
      }
    }
    return LikeForm.EXACT;
  }

  /** Whether an index finds the rows of LIKE, of an operator that is not negated. */
  static Sargability like(
      List<PatternTexts.Escaped> patterns, LikeForm form, Sargability withoutSamples) {
    if (form == LikeForm.INFIX) {
      return Sargability.LEADING_WILDCARD;
    }
    boolean caseless =
        withoutSamples == Sargability.CASE_INSENSITIVE
            && !patterns.isEmpty()
            && patterns.stream().allMatch(pattern -> beginsCaseless(pattern.text()));
    return caseless ? Sargability.SARGABLE : withoutSamples;
  }

  /** Whether a pattern begins with a character that has no case: {@code '0123%'}. */
  private static boolean beginsCaseless(String pattern) {
    return pattern.isEmpty()
        || !Character.isLetter(pattern.charAt(0)) && LIKE_WILDCARDS.indexOf(pattern.charAt(0)) < 0;
  }

  /** Whether an index finds the rows of a regular expression: {@code '^abc'} has a prefix. */
  static Sargability regex(List<PatternTexts.Escaped> patterns, Sargability withoutSamples) {
    boolean anchored = patterns.isEmpty() || patterns.stream().anyMatch(p -> hasPrefix(p.text()));
    return anchored ? withoutSamples : Sargability.LEADING_WILDCARD;
  }

  private static boolean hasPrefix(String regex) {
    if (regex.length() < 2 || regex.charAt(0) != '^' || regex.indexOf('|') >= 0) {
      return false;
    }
    boolean escaped = regex.charAt(1) == '\\';
    int first = escaped ? 2 : 1;
    if (first >= regex.length()) {
      return false;
    }
    char c = regex.charAt(first);
    boolean plain = escaped ? !Character.isLetterOrDigit(c) : REGEX_SPECIALS.indexOf(c) < 0;
    boolean optional = first + 1 < regex.length() && OPTIONAL.indexOf(regex.charAt(first + 1)) >= 0;
    return plain && !optional;
  }
}
