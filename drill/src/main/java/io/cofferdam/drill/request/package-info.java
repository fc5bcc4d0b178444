/// What to generate: [DrillRequest], with its parts.
@NullMarked
package io.cofferdam.drill.request;

import org.jspecify.annotations.NullMarked;
