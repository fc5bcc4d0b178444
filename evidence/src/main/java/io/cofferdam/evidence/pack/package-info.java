/// The evidence pack: sealing it and reading it back; starting points [PackBuilder], [PackFiles]
/// and [Manifest].
@NullMarked
package io.cofferdam.evidence.pack;

import org.jspecify.annotations.NullMarked;
