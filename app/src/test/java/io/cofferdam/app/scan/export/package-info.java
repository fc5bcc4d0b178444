/// Tests of the package of the same name.
@NullMarked
package io.cofferdam.app.scan.export;

import org.jspecify.annotations.NullMarked;
