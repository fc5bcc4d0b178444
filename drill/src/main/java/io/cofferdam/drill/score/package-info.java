/// Compares a report with the truth of a drill: [DrillScore].
@NullMarked
package io.cofferdam.drill.score;

import org.jspecify.annotations.NullMarked;
