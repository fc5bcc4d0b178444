/// The text messages of a log, whatever envelope they came in; starting point [Messages].
@NullMarked
package io.cofferdam.logs.lines;

import org.jspecify.annotations.NullMarked;
