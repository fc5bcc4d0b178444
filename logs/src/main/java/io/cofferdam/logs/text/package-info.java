/// Reads times and repeated words from log bytes without making garbage; starting points
/// [IsoTime], [Words] and [Recent].
@NullMarked
package io.cofferdam.logs.text;

import org.jspecify.annotations.NullMarked;
