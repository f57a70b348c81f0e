package io.github.pgslowlog.filter;

import io.github.pgslowlog.decode.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides on whose session a message is of. */
final class OriginCriteria {
  private final @Nullable NameCriterion databases;
  private final @Nullable NameCriterion users;
  private final @Nullable NameCriterion applications;
  private final @Nullable NameCriterion hosts;
  private @Nullable Origin last;
  private @Nullable Criterion lastFailed;

  OriginCriteria(LogFilter filter) {
    databases = NameCriterion.ofNames(filter.databases());
    users = NameCriterion.ofNames(filter.users());
    applications = NameCriterion.ofNames(filter.applications());
    hosts = NameCriterion.ofHosts(filter.hosts());
  }

  /** The first that it fails, null if none. Readers make an origin once for many messages. */
  @SuppressWarnings("ReferenceEquality")
  @Nullable Criterion failed(Origin origin) {
    if (origin != last) {
      lastFailed = decide(origin);
      last = origin;
    }
    return lastFailed;
  }

  private @Nullable Criterion decide(Origin origin) {
    if (databases != null && !databases.passes(origin.database())) {
      return Criterion.DATABASE;
    }
    if (users != null && !users.passes(origin.user())) {
      return Criterion.USER;
    }
    if (applications != null && !applications.passes(origin.application())) {
      return Criterion.APPLICATION;
    }
    return hosts != null && !hosts.passes(origin.host()) ? Criterion.HOST : null;
  }

  /** Names met, sorted; an empty one where the log showed none. */
  List<String> met(Criterion criterion) {
    NameCriterion names =
        switch (criterion) {
          case DATABASE -> databases;
          case USER -> users;
          case APPLICATION -> applications;
          case HOST -> hosts;
          default -> null;
        };
    if (names == null) {
      return List.of();
    }
    return criterion == Criterion.HOST
        ? names.met().stream().map(ClientHost::shown).distinct().sorted().toList()
        : names.met();
  }
}
