/// Spans of time; starting point [Window].
@NullMarked
package io.cofferdam.model.time;

import org.jspecify.annotations.NullMarked;
