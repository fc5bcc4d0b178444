/// The networks of a scene as the access engine takes them, and which interfaces belong to
/// workloads with a language model and to stores of data.
///
/// Starting points: [SceneNetwork], [ModelPlaces]. FAILURE DIRECTION: a list that was denied is
/// told to the engine as missing, so that it answers "not known" where the list would have decided.
@NullMarked
package io.cofferdam.posture.network;

import org.jspecify.annotations.NullMarked;
