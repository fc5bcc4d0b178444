/// What leaked, in numbers with bounds; starting points [Scope] and [Bounds].
@NullMarked
package io.cofferdam.model.scope;

import org.jspecify.annotations.NullMarked;
