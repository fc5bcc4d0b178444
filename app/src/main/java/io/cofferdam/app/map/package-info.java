/// The first map of an estate: its workloads with a language model, who reaches them, what they
/// read and where they log; as a picture, and as a data map to be corrected by people.
///
/// Starting points: [EstateMap], [MapPage], [DataMapDraft]. FAILURE DIRECTION: what could not be
/// read is named on the page; every guess of the data map is marked as one.
@NullMarked
package io.cofferdam.app.map;

import org.jspecify.annotations.NullMarked;
