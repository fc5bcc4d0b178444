/// Who read what while it was exposed; starting points [Reader] and [ReaderReads].
@NullMarked
package io.cofferdam.model.read;

import org.jspecify.annotations.NullMarked;
