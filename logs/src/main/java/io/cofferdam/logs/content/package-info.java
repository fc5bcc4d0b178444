/// Turns the bytes of an input into readable content: gzip inside, byte order marks, UTF-16, hash,
/// limits; starting point [Content].
@NullMarked
package io.cofferdam.logs.content;

import org.jspecify.annotations.NullMarked;
