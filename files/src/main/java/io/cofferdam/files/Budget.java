package io.cofferdam.files;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What may still be unpacked: of one archive, and of the file on disk that it lies in.
final class Budget {
  private final WalkLimits limits;
  private final LongSupplier packed;
  private final @Nullable Budget root;
  private long unpacked;
  private long members;
  private long passed;
  private boolean spent;

  private Budget(WalkLimits limits, LongSupplier packed, @Nullable Budget root) {
    this.limits = limits;
    this.packed = packed;
    this.root = root;
  }

  static Budget ofFile(WalkLimits limits, long bytesOnDisk) {
    return new Budget(limits, () -> bytesOnDisk, null);
  }

  /// The budget of one archive or member inside.
  ///
  /// @param packedSoFar packed bytes taken until now
  Budget inside(LongSupplier packedSoFar) {
    return new Budget(limits, packedSoFar, root == null ? this : root);
  }

  WalkLimits limits() {
    return limits;
  }

  /// Whether nothing more of the file on disk may be unpacked.
  boolean spent() {
    return root == null ? spent : root.spent;
  }

  /// Counts a member; false when there are too many.
  boolean member() {
    return root == null ? ++members <= limits.members() : root.member();
  }

  /// Counts bytes that are unpacked only to get past them; false when they are too many for the
  /// file on disk.
  boolean passed(long more) {
    if (root != null) {
      return root.passed(more);
    }
    passed += more;
    return passed <= limits.ratioFreeBytes() || passed / limits.ratio() <= packed.getAsLong();
  }

  /// @throws IOException when more came out than may come out of so little
  void unpacked(long more) throws IOException {
    unpacked += more;
    if (unpacked > limits.unpackedBytes()) {
      spent = true;
      throw new IOException(
          "stopped: unpacks to more than " + limits.unpackedBytes() + " bytes in all");
    }
    if (unpacked > limits.ratioFreeBytes() && unpacked / limits.ratio() > packed.getAsLong()) {
      spent = true;
      throw new IOException(
          "stopped: unpacks to more than " + limits.ratio() + " times its size (archive bomb?)");
    }
    if (root != null) {
      root.unpacked(more);
    }
  }
}
