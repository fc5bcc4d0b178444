/// Says which store leaked data came from, with the reasons; starting point
/// [io.cofferdam.respond.origin.OriginFinder].
///
/// Failure direction: what does not decide is undetermined, never a guess.
@NullMarked
package io.cofferdam.respond.origin;

import org.jspecify.annotations.NullMarked;
