/**
 * What is known of a database: an immutable model, filled from outside.
 *
 * <p>Nothing here reads a database; without a schema the catalog is empty.
 */
@NullMarked
package io.github.pgslowlog.catalog;

import org.jspecify.annotations.NullMarked;
