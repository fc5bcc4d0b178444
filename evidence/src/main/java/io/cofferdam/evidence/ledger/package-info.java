/// An append-only Merkle log in files (C2SP tlog-tiles); starting points [FileLedger], [Fact] and
/// [LedgerReader].
///
/// Failure direction: an append that is not durable throws, and the act it records must not happen.
@NullMarked
package io.cofferdam.evidence.ledger;

import org.jspecify.annotations.NullMarked;
