/// What keeps cases: events that are only added, and beside them the facts that have yet to reach
/// the ledger.
///
/// Starting points: [CaseJournal], [LedgerOutbox]. Failure direction: what is not known to be kept
/// is an exception with a code, and then the act that it records must not happen.
@NullMarked
package io.cofferdam.respond.spi.journal;

import org.jspecify.annotations.NullMarked;
