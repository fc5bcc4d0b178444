/// Results of AWS Security Hub and AWS Config, shown beside ours.
///
/// Starting points: [TheirFile], [TheirFinding]. FAILURE DIRECTION: what they say is never counted
/// as ours and never changes an exit code; a result whose resource cannot be told for sure is shown
/// without one of ours; a file of another shape is refused.
@NullMarked
package io.cofferdam.app.scan.theirs;

import org.jspecify.annotations.NullMarked;
