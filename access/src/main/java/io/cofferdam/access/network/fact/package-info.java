/// What is known of a network, as the provider describes it.
///
/// Starting points: [Network], which finds facts, and [Fact], which lists their kinds.
/// FAILURE DIRECTION: a fact that is not here is not known, unless the list that would hold it was
/// read whole ([Missing] says which was not).
@NullMarked
package io.cofferdam.access.network.fact;

import org.jspecify.annotations.NullMarked;
