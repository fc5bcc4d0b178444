/// Tests of the package of the same name.
@NullMarked
package io.cofferdam.app.scan.baseline;

import org.jspecify.annotations.NullMarked;
