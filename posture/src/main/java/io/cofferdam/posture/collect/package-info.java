/// Walks a plan: asks each call, makes resources of the answers, and asks on for each resource.
///
/// Starting point: [Traversal]; the same walk reads a cloud and a stored snapshot. FAILURE
/// DIRECTION: a call that gave no answer leaves a gap with the reason, and the walk goes on.
@NullMarked
package io.cofferdam.posture.collect;

import org.jspecify.annotations.NullMarked;
