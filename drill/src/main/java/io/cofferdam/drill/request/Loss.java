package io.cofferdam.drill.request;

/// How much of each source is lost after the fact, as a share of 0 to 1. Nothing in the truth
/// depends on it.
///
/// Half of the loss of a log falls on whole files, half on single records; a usage report loses
/// hours, an inventory data files, digests single digest files.
///
/// @param cloudTrail CloudTrail events, of the control plane and of data
/// @param s3Access lines of S3 server access logs (and of Azure's storage logs, database logs)
/// @param usage hours of the usage report
/// @param inventory data files of the inventories
/// @param digests CloudTrail digest files
/// @param sparesChanges whether control-plane events about the stores in question survive: their
///     loss makes exposure unknown, which hides what the loss of reads does
public record Loss(
    double cloudTrail,
    double s3Access,
    double usage,
    double inventory,
    double digests,
    boolean sparesChanges) {
  public static final Loss NONE = new Loss(0, 0, 0, 0, 0, true);

  public Loss {
    for (double share : new double[] {cloudTrail, s3Access, usage, inventory, digests}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("a loss is a share of 0 to 1, not " + share);
      }
    }
  }

  /// The same loss in both logs that tell of reads; metering, inventory and digests are whole.
  public static Loss ofLogs(double share) {
    return new Loss(share, share, 0, 0, 0, true);
  }
}
