/// What the findings of a scan say about clauses of frameworks, computed from the requirements that
/// each control names.
///
/// Starting points: [Framework], [FrameworkView]. FAILURE DIRECTION: a clause is never said to be
/// complied with; what was not judged, could not be told or has not been reviewed is said beside
/// it.
@NullMarked
package io.cofferdam.app.scan.compliance;

import org.jspecify.annotations.NullMarked;
