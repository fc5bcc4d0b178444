/// Prepares texts for review, unknowns marked, nothing sent.
@NullMarked
package io.cofferdam.notify.draft;

import org.jspecify.annotations.NullMarked;
