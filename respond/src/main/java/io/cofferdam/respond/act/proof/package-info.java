/// Proves of a change what it closes, that it opens nothing, and whom it cuts off.
///
/// Starting point: [Prover]. Failure direction: what the engine cannot decide is told as not
/// proved, never as safe.
@NullMarked
package io.cofferdam.respond.act.proof;

import org.jspecify.annotations.NullMarked;
