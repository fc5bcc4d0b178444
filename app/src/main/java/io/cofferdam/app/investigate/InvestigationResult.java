package io.cofferdam.app.investigate;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.evidence.pack.SealedPack;
import java.nio.file.Path;

/// A finished investigation: what was found and where it was written.
///
/// @param publicKey where the public key was written, outside the pack
/// @param keyCreated whether this run made the signing key
public record InvestigationResult(
    LeakReport report, Path out, SealedPack pack, Path publicKey, boolean keyCreated) {}
