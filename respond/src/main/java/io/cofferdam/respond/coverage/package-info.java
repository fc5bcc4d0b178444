/// Works out how complete each log is, for which account, region and store, and when.
///
/// Starting points: [io.cofferdam.respond.coverage.CoverageFinder],
/// [io.cofferdam.respond.coverage.Sources]. Failure direction: what is not proved complete is
/// PARTIAL, and the reason names the missing or altered file.
@NullMarked
package io.cofferdam.respond.coverage;

import org.jspecify.annotations.NullMarked;
