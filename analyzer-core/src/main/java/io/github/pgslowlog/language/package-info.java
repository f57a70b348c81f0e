/**
 * What the server's messages say in each language it is translated to.
 *
 * <p>In: the languages found in a log. Out: labels, severities and the wording of duration
 * messages.
 */
@NullMarked
package io.github.pgslowlog.language;

import org.jspecify.annotations.NullMarked;
