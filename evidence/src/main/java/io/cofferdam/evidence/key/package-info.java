/// Keys that sign and check checkpoints; starting points [SigningKey] and [VerifierKey].
@NullMarked
package io.cofferdam.evidence.key;

import org.jspecify.annotations.NullMarked;
