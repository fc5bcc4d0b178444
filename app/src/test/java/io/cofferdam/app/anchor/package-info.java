/// Snapshots as known states of an investigation; starting point [SnapshotAnchorsTest].
@NullMarked
package io.cofferdam.app.anchor;

import org.jspecify.annotations.NullMarked;
