/// Legal rules as data, and their loader: start at [RuleCatalogue] and [Rule].
@NullMarked
package io.cofferdam.notify.rule;

import org.jspecify.annotations.NullMarked;
