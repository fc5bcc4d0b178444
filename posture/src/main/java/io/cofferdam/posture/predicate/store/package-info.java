/// Conditions on disks, their snapshots and images, and on databases.
///
/// Starting point: [StorePredicates]. FAILURE DIRECTION: what was not read is open, never fine.
@NullMarked
package io.cofferdam.posture.predicate.store;

import org.jspecify.annotations.NullMarked;
