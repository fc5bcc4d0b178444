/// What is known of a case in the law's terms, three-valued and in intervals: start at [Facts] and
/// [FactsFrom].
@NullMarked
package io.cofferdam.notify.facts;

import org.jspecify.annotations.NullMarked;
