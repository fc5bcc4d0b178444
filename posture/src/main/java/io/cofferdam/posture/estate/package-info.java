/// The accounts of a snapshot as the access engine sees them: principals, resources and the
/// policies between, built once for a scan.
///
/// Starting point: [ScanEstate]. FAILURE DIRECTION: what was not learnt stays unknown, so that an
/// answer that depends on it is conditional; where the policies of an organisation could not be
/// read, what an account allows is told with the caveat that the organisation may forbid it.
@NullMarked
package io.cofferdam.posture.estate;

import org.jspecify.annotations.NullMarked;
