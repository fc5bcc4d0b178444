/// Builds log text as bytes, fast: [ByteText], and times as logs write them: [Times].
@NullMarked
package io.cofferdam.drill.text;

import org.jspecify.annotations.NullMarked;
