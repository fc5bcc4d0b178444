/// Figures of symbolic answers, and the generator of what they are taken on.
@NullMarked
package io.cofferdam.access.bench.symbolic;

import org.jspecify.annotations.NullMarked;
