/**
 * Saved JSON reports, read back as the analyses they were written of.
 *
 * <p>Whatever any report shows is in the JSON; so a report of what was read back has the same bytes
 * as one of the run itself.
 */
@NullMarked
package io.github.pgslowlog.report.saved;

import org.jspecify.annotations.NullMarked;
