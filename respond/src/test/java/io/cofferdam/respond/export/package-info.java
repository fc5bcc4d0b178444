/// Exports: what is refused.
@NullMarked
package io.cofferdam.respond.export;

import org.jspecify.annotations.NullMarked;
