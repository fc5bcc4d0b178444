/// Merkle tree hashing and proofs of RFC 6962 and RFC 9162, over SHA-256; starting points
/// [TreeHasher], [TreeProofs] and [ProofChecker].
@NullMarked
package io.cofferdam.evidence.merkle;

import org.jspecify.annotations.NullMarked;
