package io.cofferdam.evidence.pack;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.key.VerifierKey;
import java.nio.file.Path;

/// A finished pack.
///
/// @param keptCheckpoint a copy of the signed checkpoint beside the pack, to be kept where nobody
///     who could change the pack can reach it (`verify --checkpoint`)
/// @param signer whose public key is needed to check it; not in the pack
public record SealedPack(
    Path folder,
    Checkpoint checkpoint,
    Path keptCheckpoint,
    VerifierKey signer,
    Anchoring anchoring) {}
