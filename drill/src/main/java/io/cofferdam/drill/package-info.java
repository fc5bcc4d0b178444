/// Generates leaks in real log formats from a world of its own, and scores the answer.
@NullMarked
package io.cofferdam.drill;

import org.jspecify.annotations.NullMarked;
