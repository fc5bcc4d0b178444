/// Invented events for the tests of this module; starting point
/// [io.cofferdam.respond.made.Made].
@NullMarked
package io.cofferdam.respond.made;

import org.jspecify.annotations.NullMarked;
