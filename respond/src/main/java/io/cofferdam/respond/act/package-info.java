/// Carries out acts of containment: reads, proposes, proves, waits for approval, acts, verifies,
/// and goes back.
///
/// Starting points: [ActPlanner], [ActRunner]. Failure direction: what was not read, not proved,
/// not approved or not put on record is not done; what was begun and not finished has a name, and
/// from it both going on and going back work.
@NullMarked
package io.cofferdam.respond.act;

import org.jspecify.annotations.NullMarked;
