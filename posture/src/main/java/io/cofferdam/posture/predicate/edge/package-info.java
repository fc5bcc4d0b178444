/// Conditions on what the public calls: who authenticates there, who limits how often, what
/// filters.
///
/// Starting point: [EdgePredicates]. FAILURE DIRECTION: what a front leads to and what it demands
/// is undetermined where a call that would have told was denied.
@NullMarked
package io.cofferdam.posture.predicate.edge;

import org.jspecify.annotations.NullMarked;
