/// Appends facts to a tamper-evident ledger, seals packs that carry it, and verifies them.
///
/// Starting points: [io.cofferdam.evidence.pack.PackBuilder] seals,
/// [io.cofferdam.evidence.verify.PackVerifier] checks,
/// [io.cofferdam.evidence.ledger.FileLedger] is the log itself. The bytes are specified in
/// `docs/evidence-format.md`.
///
/// Failure direction: when an append fails the act it records must not happen (an exception is
/// thrown); when a check cannot be made the answer is "not checked", never "ok".
@NullMarked
package io.cofferdam.evidence;

import org.jspecify.annotations.NullMarked;
