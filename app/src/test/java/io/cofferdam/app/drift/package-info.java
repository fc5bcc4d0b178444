/// What changed between snapshots and by recorded calls; starting point [DriftTest].
@NullMarked
package io.cofferdam.app.drift;

import org.jspecify.annotations.NullMarked;
