/** Plans of auto_explain as reports show them: without the values of their statements. */
@NullMarked
package io.github.pgslowlog.report.plan;

import org.jspecify.annotations.NullMarked;
