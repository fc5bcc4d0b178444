/// Turns a snapshot of configuration into what an investigation takes as known states.
///
/// Starting point: [SnapshotAnchors]. FAILURE DIRECTION: what a snapshot could not learn is left
/// out, so that it stays unknown.
@NullMarked
package io.cofferdam.app.anchor;

import org.jspecify.annotations.NullMarked;
