/// Investigations of real and of odd inputs, from folder to report.
@NullMarked
package io.cofferdam.app.investigate;

import org.jspecify.annotations.NullMarked;
