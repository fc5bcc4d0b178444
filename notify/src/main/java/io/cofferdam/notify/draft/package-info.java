/// Prepares texts for review, unknowns marked, nothing sent: start at [Drafts] and [BreachRecord].
@NullMarked
package io.cofferdam.notify.draft;

import org.jspecify.annotations.NullMarked;
