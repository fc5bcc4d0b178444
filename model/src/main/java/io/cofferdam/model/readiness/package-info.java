/// What could be said of a leak before there is one.
///
/// Starting point: [StoreReadiness]. FAILURE DIRECTION: what is not known of a store's logs counts
/// as not there, so that an answer is told as too wide and never as too narrow.
@NullMarked
package io.cofferdam.model.readiness;

import org.jspecify.annotations.NullMarked;
