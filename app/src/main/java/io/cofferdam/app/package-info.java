/// Puts it together: command line, report.
@NullMarked
package io.cofferdam.app;

import org.jspecify.annotations.NullMarked;
