package io.github.pgslowlog.prefix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells which text of a template is user, database, application, command or backend type, and which
 * is no value at all.
 *
 * <p>What decides, best first: the message {@code connection authorized}, known values, {@code
 * %u@%d}, the look of applications, and the common order: user, database, application.
 */
final class NameColumns {
  private static final Pattern AUTHORIZED =
      Pattern.compile(
          "connection authorized: user=(\\S+) (?:database=(\\S+))?(?: application_name=(.+?))?"
              + "(?: SSL .*)?$");
  private static final double MOST = 0.5;
  private static final List<PrefixEscape> ORDER =
      List.of(PrefixEscape.USER, PrefixEscape.DATABASE, PrefixEscape.APPLICATION);

  private final PrefixTemplate template;
  private final ColumnValues values;
  private final List<PrefixEscape> open;
  private final Map<PrefixEscape, PrefixEscape> roles = new EnumMap<>(PrefixEscape.class);
  private final List<PrefixEscape> literals = new ArrayList<>();

  NameColumns(PrefixTemplate template, ColumnValues values) {
    this.template = template;
    this.values = values;
    this.open = template.open(FieldSyntax.TEXT);
    findLiterals();
    byAuthorization();
    byShare(PrefixEscape.BACKEND_TYPE, KnownValue::isBackendType);
    byShare(PrefixEscape.COMMAND, KnownValue::isCommand);
    byAtSign();
    byShare(PrefixEscape.APPLICATION, KnownValue::isApplication);
    byShare(PrefixEscape.APPLICATION, NameColumns::looksLikeApplication);
    byOrder();
  }

  /** The field that each open column is. */
  Map<PrefixEscape, PrefixEscape> roles() {
    return roles;
  }

  /** The columns that are names, told by key words or not. */
  List<PrefixEscape> names() {
    return Stream.concat(open.stream(), template.certain().stream())
        .filter(column -> column.syntax() == FieldSyntax.TEXT && !literals.contains(column))
        .toList();
  }

  /** The open columns that are text of the prefix. */
  List<PrefixEscape> literals() {
    return literals;
  }

  private void findLiterals() {
    for (PrefixEscape column : open) {
      if (values.isConstant(column)
          && (KnownValue.key(values.of(column).get(0)).isPresent() && isBeforeValue(column)
              || announcesCode(column)
              || (values.rows() > 1 && isTitle(column)))) {
        literals.add(column);
      }
    }
  }

  private boolean isBeforeValue(PrefixEscape column) {
    String behind = template.literalBehind(column).strip();
    return behind.isEmpty() || behind.startsWith(":") || behind.startsWith("=");
  }

  /** {@code PG-%e}. */
  private boolean announcesCode(PrefixEscape column) {
    String behind = template.literalBehind(column);
    return behind.equals("-")
        && template.elements().indexOf(field(column)) >= 0
        && follows(column, PrefixEscape.SQLSTATE);
  }

  private boolean follows(PrefixEscape column, PrefixEscape next) {
    List<PrefixElement> elements = template.elements();
    int at = elements.indexOf(field(column)) + 2;
    return at < elements.size() && elements.get(at).equals(field(next));
  }

  private PrefixElement field(PrefixEscape escape) {
    return template.elements().stream()
        .filter(e -> e instanceof PrefixElement.Field f && f.escape() == escape)
        .findFirst()
        .orElse(new PrefixElement.Field(escape, 0));
  }

  /** Constant words before everything else, such as the name of the server. */
  private boolean isTitle(PrefixEscape column) {
    for (PrefixElement element : template.elements()) {
      if (element instanceof PrefixElement.Field field) {
        if (field.escape() == column) {
          return !template.literalBehind(column).equals("@");
        }
        if (field.escape().syntax() != FieldSyntax.TEXT || !values.isConstant(field.escape())) {
          return false;
        }
      }
    }
    return false;
  }

  private void byAuthorization() {
    for (int role = 0; role < ORDER.size(); role++) {
      int best = 0;
      PrefixEscape found = PrefixEscape.STOP;
      for (PrefixEscape column : unassigned()) {
        int votes = votes(column, role + 1);
        if (votes > best) {
          best = votes;
          found = column;
        } else if (votes == best) {
          found = PrefixEscape.STOP;
        }
      }
      assign(found, ORDER.get(role));
    }
  }

  private int votes(PrefixEscape column, int group) {
    int votes = 0;
    for (int row = 0; row < values.rows(); row++) {
      Matcher line = AUTHORIZED.matcher(values.messages().get(row));
      if (line.find() && values.of(column).get(row).equals(line.group(group))) {
        votes++;
      }
    }
    return votes;
  }

  private void byShare(PrefixEscape role, java.util.function.Predicate<String> kind) {
    PrefixEscape best = PrefixEscape.STOP;
    double share = MOST;
    for (PrefixEscape column : unassigned()) {
      double found = values.share(column, kind);
      if (found >= share && (best == PrefixEscape.STOP || found > share)) {
        best = column;
        share = found;
      }
    }
    assign(best, role);
  }

  private void byAtSign() {
    for (PrefixEscape column : unassigned()) {
      if (template.literalBehind(column).equals("@")) {
        assign(column, PrefixEscape.USER);
      } else if (template.literalBefore(column).equals("@")) {
        assign(column, PrefixEscape.DATABASE);
      }
    }
  }

  private static boolean looksLikeApplication(String value) {
    return value.indexOf(' ') > 0 || value.indexOf('/') > 0;
  }

  private void byOrder() {
    List<PrefixEscape> rest = unassigned();
    List<PrefixEscape> free =
        new ArrayList<>(
            ORDER.stream()
                .filter(role -> !roles.containsValue(role) && !template.certain().contains(role))
                .toList());
    if (rest.size() == 1 && free.equals(ORDER)) {
      assign(rest.get(0), PrefixEscape.APPLICATION);
      return;
    }
    free.add(PrefixEscape.COMMAND);
    free.add(PrefixEscape.BACKEND_TYPE);
    for (PrefixEscape column : rest) {
      while (!free.isEmpty() && !roles.containsKey(column)) {
        assign(column, free.remove(0));
      }
    }
  }

  private List<PrefixEscape> unassigned() {
    return open.stream()
        .filter(column -> !roles.containsKey(column) && !literals.contains(column))
        .toList();
  }

  private void assign(PrefixEscape column, PrefixEscape role) {
    boolean free = !roles.containsValue(role) && !template.certain().contains(role);
    if (column != PrefixEscape.STOP && free) {
      roles.put(column, role);
    }
  }
}
