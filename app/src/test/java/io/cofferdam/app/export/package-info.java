/// Exports, held against the tools and models of others.
@NullMarked
package io.cofferdam.app.export;

import org.jspecify.annotations.NullMarked;
