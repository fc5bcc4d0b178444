/// A scan on a terminal.
///
/// Starting point: [ScanTable].
@NullMarked
package io.cofferdam.app.scan.table;

import org.jspecify.annotations.NullMarked;
