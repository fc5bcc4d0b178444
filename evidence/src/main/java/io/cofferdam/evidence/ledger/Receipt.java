package io.cofferdam.evidence.ledger;

import io.cofferdam.evidence.merkle.Hash;

/// Proof of posting: the entry is durable as number `index` (from 0) of a ledger that had `size`
/// entries once its batch was committed.
public record Receipt(long index, Hash leaf, long size) {}
