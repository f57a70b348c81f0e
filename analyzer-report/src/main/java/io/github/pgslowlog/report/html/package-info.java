/**
 * An analysis as one HTML page that needs nothing else.
 *
 * <p>In: an {@link io.github.pgslowlog.Analysis}. Out: a page for any browser of the last years,
 * also without scripts. The words are in templates ({@code src/main/jte}), which show what records
 * of this package hold; looks are {@code report.css}, behaviour is one script of the files that
 * {@link Page} names. Both stand in the page and are named by their hashes in its
 * Content-Security-Policy.
 */
@NullMarked
package io.github.pgslowlog.report.html;

import org.jspecify.annotations.NullMarked;
