/// A scan as it is told: ranked and grouped, with what was decided before, what frameworks ask and
/// what others found. Every form of output is made from it.
///
/// Starting points: [ScanReport], [Fault].
@NullMarked
package io.cofferdam.app.scan.report;

import org.jspecify.annotations.NullMarked;
