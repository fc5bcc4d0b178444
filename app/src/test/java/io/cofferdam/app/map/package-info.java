/// The map of an estate, its draft of a data map and its page.
@NullMarked
package io.cofferdam.app.map;

import org.jspecify.annotations.NullMarked;
