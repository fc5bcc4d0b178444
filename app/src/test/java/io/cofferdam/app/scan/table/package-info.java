/// Tests of the package of the same name.
@NullMarked
package io.cofferdam.app.scan.table;

import org.jspecify.annotations.NullMarked;
