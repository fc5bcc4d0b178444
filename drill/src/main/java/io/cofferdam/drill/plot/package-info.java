/// The scenarios: each [Plot] stages one [io.cofferdam.drill.world.World] on a [Stage]. Start at
/// [Plots].
@NullMarked
package io.cofferdam.drill.plot;

import org.jspecify.annotations.NullMarked;
