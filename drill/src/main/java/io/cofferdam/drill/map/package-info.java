/// Writes what the company would tell an investigator: the data map and its subject index
/// ([MapFiles]).
@NullMarked
package io.cofferdam.drill.map;

import org.jspecify.annotations.NullMarked;
