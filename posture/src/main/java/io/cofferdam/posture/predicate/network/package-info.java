/// Conditions on networks: what the engine says of ways to and from workloads with a language
/// model.
///
/// Starting point: [NetworkPredicates]. FAILURE DIRECTION: a way that may be open for all that is
/// known is undetermined; whether a resource belongs to a workload is undetermined while a list of
/// workloads was denied.
@NullMarked
package io.cofferdam.posture.predicate.network;

import org.jspecify.annotations.NullMarked;
