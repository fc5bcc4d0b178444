/// Replays configuration changes into spans in which a resource stood OPEN, CLOSED or UNKNOWN.
///
/// Starting points: [io.cofferdam.respond.exposure.ExposureReplay] takes events,
/// [io.cofferdam.respond.exposure.ExposureResult] is what comes out. Failure direction: what the
/// logs do not prove is UNKNOWN, and the reason says which input would decide.
@NullMarked
package io.cofferdam.respond.exposure;

import org.jspecify.annotations.NullMarked;
