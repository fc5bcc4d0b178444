/// What a cloud's adapter gives for containment: acts that say what they would do, and the calls
/// that do it.
///
/// Starting points: [Act], [CloudCalls]. Failure direction: what cannot be read is a reason not to
/// act, never a guess.
@NullMarked
package io.cofferdam.respond.spi;

import org.jspecify.annotations.NullMarked;
