package io.github.pgslowlog.postgres.whatif;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which indexes the planner sees: those whose row of {@code pg_index} says that they are valid.
 *
 * <p>The superuser commits what differs from the last time, and another connection, of an ordinary
 * role, plans. One connection that updates, changes its role, plans and rolls back would save a
 * round trip, but functions of a dump that are said to be immutable run while a statement is
 * planned, and could take the superuser's role back.
 */
final class IndexVisibility {
  private static final String UPDATE =
      """
      UPDATE pg_catalog.pg_index SET indisvalid = indexrelid = ANY (?) WHERE indexrelid = ANY (?)
      """;

  private final Connection superuser;
  private final PreparedStatement update;
  private final Set<Long> hidden = new HashSet<>();

  IndexVisibility(Connection superuser) throws SQLException {
    this.superuser = superuser;
    this.update = superuser.prepareStatement(UPDATE);
  }

  /** The numbers of the indexes that are not seen. */
  Set<Long> hidden() {
    return Set.copyOf(hidden);
  }

  /** Hides indexes. */
  void hide(Collection<Long> indexes) throws SQLException {
    set(Set.of(), new TreeSet<>(indexes));
  }

  /**
   * Shows and hides what is not so yet.
   *
   * @param shown to be seen
   * @param concealed not to be seen
   */
  void set(Set<Long> shown, Set<Long> concealed) throws SQLException {
    Set<Long> toShow = new TreeSet<>(shown);
    toShow.retainAll(hidden);
    Set<Long> changed = new TreeSet<>(concealed);
    changed.removeAll(hidden);
    if (toShow.isEmpty() && changed.isEmpty()) {
      return;
    }
    Set<Long> toHide = Set.copyOf(changed);
    changed.addAll(toShow);
    update.setArray(1, superuser.createArrayOf("oid", toShow.toArray()));
    update.setArray(2, superuser.createArrayOf("oid", changed.toArray()));
    update.executeUpdate();
    hidden.removeAll(toShow);
    hidden.addAll(toHide);
  }
}
