/// Where leaked data came from; starting point [Origin].
@NullMarked
package io.cofferdam.model.origin;

import org.jspecify.annotations.NullMarked;
