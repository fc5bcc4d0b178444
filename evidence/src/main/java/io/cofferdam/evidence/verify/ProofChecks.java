package io.cofferdam.evidence.verify;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.ledger.Faults;
import io.cofferdam.evidence.merkle.ProofChecker;
import io.cofferdam.evidence.merkle.TreeHasher;
import io.cofferdam.evidence.pack.InclusionProof;
import io.cofferdam.evidence.pack.PackFiles;
import io.cofferdam.evidence.pack.PackLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/// Checks the proofs that let single entries be shown alone.
final class ProofChecks {
  private static final int LARGEST_PROOF = 1 << 20;

  private final PackFiles files;
  private final Checkpoint checkpoint;
  private final ProofChecker checker = new ProofChecker();
  private final TreeHasher hasher = new TreeHasher();

  ProofChecks(PackFiles files, Checkpoint checkpoint) {
    this.files = files;
    this.checkpoint = checkpoint;
  }

  /// @param wanted the entries that must have a proof
  CheckResult run(BitSet wanted) {
    var faults = new Faults();
    wanted.stream()
        .filter(index -> !files.names().contains(PackLayout.proof(index)))
        .forEach(index -> faults.add("the proof of entry " + index + " is missing"));
    var good = 0;
    for (var name : files.names()) {
      if (name.startsWith(PackLayout.PROOFS)) {
        if (holds(name)) {
          good++;
        } else {
          faults.add("`" + Words.printable(name) + "` does not prove its entry");
        }
      }
    }
    return faults.none()
        ? CheckResult.ok("proofs", good + " single entries, manifest and reports among them")
        : CheckResult.failed("proofs", faults.line());
  }

  private boolean holds(String name) {
    try {
      var proof = InclusionProof.parse(files.read(name, LARGEST_PROOF));
      var leaf = hasher.leaf(proof.entry().getBytes(StandardCharsets.UTF_8));
      return name.equals(PackLayout.proof(proof.index()))
          && proof.size() == checkpoint.size()
          && checker.includes(checkpoint.root(), proof.size(), proof.index(), leaf, proof.path());
    } catch (IOException e) {
      return false;
    }
  }
}
