/// Generates leaks in real log formats from a world of its own, and scores the answer.
///
/// Start at [DrillGenerator] for one drill in a folder, at [Scenarios] for what there is. It shares
/// no code with the reading side, so that a mistake in one does not hide in the other.
@NullMarked
package io.cofferdam.drill;

import org.jspecify.annotations.NullMarked;
