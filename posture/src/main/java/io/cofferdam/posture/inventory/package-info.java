/// The resources of a snapshot with what is known of each, and what could not be learnt.
///
/// Starting point: [Inventory].
@NullMarked
package io.cofferdam.posture.inventory;

import org.jspecify.annotations.NullMarked;
