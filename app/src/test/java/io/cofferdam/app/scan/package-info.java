/// Tests of scans.
@NullMarked
package io.cofferdam.app.scan;

import org.jspecify.annotations.NullMarked;
