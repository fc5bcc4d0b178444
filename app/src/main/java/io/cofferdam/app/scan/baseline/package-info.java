/// What was decided about findings before: a former scan as baseline, and suppressions that
/// somebody answers for.
///
/// Starting points: [Triage], [Baseline], [SuppressionFile]. FAILURE DIRECTION: a file that cannot
/// be read, or has a mistake, is refused; an expired suppression counts for nothing; a finding of
/// the baseline that is not found again is told as gone only where it was looked for.
@NullMarked
package io.cofferdam.app.scan.baseline;

import org.jspecify.annotations.NullMarked;
