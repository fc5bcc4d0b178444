/// An account full of planted faults and of things that only look like them, with the truth of each
/// told where it is planted and nowhere else.
///
/// Starting point: [PlantedAccount]. FAILURE DIRECTION: what is planted twice under one name, or
/// with a fault of no control, fails the seeding.
@NullMarked
package io.cofferdam.app.scan.planted;

import org.jspecify.annotations.NullMarked;
