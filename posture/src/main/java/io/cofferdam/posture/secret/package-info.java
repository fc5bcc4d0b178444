/// Keeps secrets out of snapshots, reports and every other output.
///
/// Starting point: [Redaction]. FAILURE DIRECTION: values that the plan says may be secret are
/// never kept, whether anything was recognised in them or not; in all other texts what looks like a
/// secret is replaced. What no pattern knows and no plan names is kept.
@NullMarked
package io.cofferdam.posture.secret;

import org.jspecify.annotations.NullMarked;
