/// Investigates hundreds of generated worlds and holds the answers against their hidden truth.
///
/// Start at [WorldsTest] for what is promised, at [Trials] for how a world is investigated.
@NullMarked
package io.cofferdam.app.worlds;

import org.jspecify.annotations.NullMarked;
