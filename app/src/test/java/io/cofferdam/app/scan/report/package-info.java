/// Tests of the package of the same name.
@NullMarked
package io.cofferdam.app.scan.report;

import org.jspecify.annotations.NullMarked;
