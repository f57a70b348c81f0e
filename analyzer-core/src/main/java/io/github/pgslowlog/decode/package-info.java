/**
 * Fields of a message.
 *
 * <p>In: {@link io.github.pgslowlog.frame.Frame}. Out: {@link io.github.pgslowlog.decode.LogEntry}
 * with time, session, user, database, application and texts.
 */
@NullMarked
package io.github.pgslowlog.decode;

import org.jspecify.annotations.NullMarked;
