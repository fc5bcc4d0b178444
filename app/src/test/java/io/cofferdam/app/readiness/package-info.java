/// Holds readiness against what `investigate` really says; starting point [ReadinessWorldsTest].
@NullMarked
package io.cofferdam.app.readiness;

import org.jspecify.annotations.NullMarked;
