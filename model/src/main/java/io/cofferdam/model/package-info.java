/// The product's words as records and sealed interfaces; no input or output.
///
/// Starting points: [io.cofferdam.model.event.Event], [io.cofferdam.model.exposure.Exposure],
/// [io.cofferdam.model.scope.Scope], [io.cofferdam.model.datamap.DataMap].
@NullMarked
package io.cofferdam.model;

import org.jspecify.annotations.NullMarked;
