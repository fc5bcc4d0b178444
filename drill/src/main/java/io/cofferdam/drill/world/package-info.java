/// The world behind the logs: [World] with its company, stores, people, acts and requests. It knows
/// what really happened; the logs only tell of it.
@NullMarked
package io.cofferdam.drill.world;

import org.jspecify.annotations.NullMarked;
