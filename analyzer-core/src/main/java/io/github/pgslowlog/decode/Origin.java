package io.github.pgslowlog.decode;

import org.jspecify.annotations.Nullable;

/**
 * Whose session wrote a message. What the log does not show, or shows empty, is null.
 *
 * @param session session id ({@code 6b00e090.43ff})
 * @param pid process id
 * @param user user name
 * @param database database name
 * @param application application name
 * @param host host of the client, with its port where the log shows it
 * @param queryId query identifier, null for 0
 */
public record Origin(
    @Nullable String session,
    @Nullable String pid,
    @Nullable String user,
    @Nullable String database,
    @Nullable String application,
    @Nullable String host,
    @Nullable String queryId) {}
