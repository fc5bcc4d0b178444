/// Cases from the command line: where they are kept, how they are opened from a report, and how
/// they are told.
///
/// Starting points: [CaseDesk], [CaseText], [CaseJson]. Failure direction: what is not in the store
/// and in the ledger is told as not done.
@NullMarked
package io.cofferdam.app.cases;

import org.jspecify.annotations.NullMarked;
