/// Seeded chance: [Dice] gives the same throws for the same seed on every machine.
@NullMarked
package io.cofferdam.drill.dice;

import org.jspecify.annotations.NullMarked;
