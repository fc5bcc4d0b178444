/// The long work of `scripts/soak.sh`: every reader of hostile input as a [FuzzTarget], fed by a
/// coverage-guided fuzzer through its `fuzzerTestOneInput` and by the seeded [ShapeFuzz].
@NullMarked
package io.cofferdam.app.soak;

import org.jspecify.annotations.NullMarked;
