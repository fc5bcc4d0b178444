/// The program as a user meets it: whole commands in one process; starting point [Ran].
@NullMarked
package io.cofferdam.app.cli;

import org.jspecify.annotations.NullMarked;
