/// Cases as they are kept: read, judged, written, and told to the ledger.
///
/// Starting point: [CaseBook]. Failure direction: an event counts as recorded only once it is
/// durable in the journal and in the ledger; before that nothing may be done that it records.
@NullMarked
package io.cofferdam.respond.casebook;

import org.jspecify.annotations.NullMarked;
