/// Reads AWS CloudTrail: accesses to S3 objects, calls to the control plane, Insights and
/// aggregated
/// events; starting point [CloudTrailFormat].
@NullMarked
package io.cofferdam.logs.cloudtrail;

import org.jspecify.annotations.NullMarked;
