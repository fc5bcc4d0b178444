/// The command line: one class per command; starting point [Cofferdam].
@NullMarked
package io.cofferdam.app.cli;

import org.jspecify.annotations.NullMarked;
