/// RFC 3161 time stamps over a checkpoint; starting points [TimestampAuthority] and
/// [TimestampToken].
///
/// Failure direction: a token that cannot be had leaves the pack sealed but said to be unanchored.
@NullMarked
package io.cofferdam.evidence.timestamp;

import org.jspecify.annotations.NullMarked;
