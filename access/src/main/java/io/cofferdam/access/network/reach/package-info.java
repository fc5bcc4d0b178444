/// Whether packets of one party reach another, by which hops, and whether the answers come back.
///
/// Each question is followed hop by hop with the exact set of connections that are still alive,
/// twice over: those that surely pass, and those that may pass for all that is known.
///
/// Starting point: [Reach]. FAILURE DIRECTION: what is not described widens the second set with its
/// reason; it never closes a path.
@NullMarked
package io.cofferdam.access.network.reach;

import org.jspecify.annotations.NullMarked;
