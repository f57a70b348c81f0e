package io.github.pgslowlog.prefix;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tells which addresses of a template are the client's, with or without port, or the server's. */
final class AddressColumns {
  private AddressColumns() {}

  static Map<PrefixEscape, PrefixEscape> roles(PrefixTemplate template, ColumnValues values) {
    Map<PrefixEscape, PrefixEscape> roles = new EnumMap<>(PrefixEscape.class);
    List<PrefixEscape> open = template.open(FieldSyntax.WORD, FieldSyntax.REMOTE);
    for (PrefixEscape column : open) {
      boolean port = values.of(column).stream().anyMatch(value -> value.endsWith(")"));
      boolean none = values.of(column).stream().anyMatch("[none]"::equals);
      PrefixEscape role = port ? PrefixEscape.REMOTE : PrefixEscape.HOST;
      role = none ? PrefixEscape.LOCAL_ADDRESS : role;
      if (roles.containsValue(role) || template.certain().contains(role)) {
        role = PrefixEscape.LOCAL_ADDRESS;
      }
      roles.put(column, roles.containsValue(role) ? column : role);
    }
    return roles;
  }
}
