/// Conditions about identities: who reads what, who is or becomes an administrator, whom roles
/// trust.
///
/// Starting point: [io.cofferdam.posture.predicate.identity.IdentityPredicates]. FAILURE DIRECTION:
/// what depends on something that was not read is undetermined; what an account allows while the
/// policies above it could not be read is told with that caveat.
@NullMarked
package io.cofferdam.posture.predicate.identity;

import org.jspecify.annotations.NullMarked;
