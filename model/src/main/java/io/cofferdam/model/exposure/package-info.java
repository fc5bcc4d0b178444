/// When a resource stood open, and to whom; starting point [Exposure].
@NullMarked
package io.cofferdam.model.exposure;

import org.jspecify.annotations.NullMarked;
