/// Splits text logs into lines and messages, whatever envelope they came in; starting points
/// [Lines] and [Messages].
@NullMarked
package io.cofferdam.logs.lines;

import org.jspecify.annotations.NullMarked;
