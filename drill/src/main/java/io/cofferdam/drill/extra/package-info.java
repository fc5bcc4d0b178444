/// Writes the further log files of a plot ([ExtraFiles]).
@NullMarked
package io.cofferdam.drill.extra;

import org.jspecify.annotations.NullMarked;
