package io.cofferdam.app.scan.planted;

import java.util.List;

/// A kind of fault that both tools know, with what each calls it.
///
/// @param name for the table
/// @param control ours
/// @param terraform Checkov's checks on plans, one of which must fail
/// @param cloudFormation the same on templates; empty: it has none there
record PlannedFault(
    String name, String control, List<String> terraform, List<String> cloudFormation) {
  static final PlannedFault PUBLIC_BUCKET =
      new PlannedFault(
          "bucket that anyone can read by its policy",
          "aws.s3.public-read-effective",
          List.of("CKV_AWS_70"),
          List.of());
  static final PlannedFault BLOCK =
      new PlannedFault(
          "public access block of a bucket not whole",
          "aws.s3.bpa-bucket",
          List.of("CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56"),
          List.of("CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56"));
  static final PlannedFault BUCKET_KEY =
      new PlannedFault(
          "bucket not encrypted with a key of the customer",
          "aws.s3.sse-cmk",
          List.of("CKV_AWS_145"),
          List.of());
  static final PlannedFault OPEN_KEY =
      new PlannedFault(
          "key that anyone can use by its policy",
          "aws.kms.external-access",
          List.of("CKV_AWS_33"),
          List.of("CKV_AWS_33"));
  static final PlannedFault ROTATION =
      new PlannedFault(
          "key that is not rotated",
          "aws.kms.rotation",
          List.of("CKV_AWS_7"),
          List.of("CKV_AWS_7"));
  static final PlannedFault OPEN_IMAGES =
      new PlannedFault(
          "image repository that anyone can pull from",
          "aws.ecr.exposure",
          List.of("CKV_AWS_32"),
          List.of("CKV_AWS_32"));
  static final List<PlannedFault> ALL =
      List.of(PUBLIC_BUCKET, BLOCK, BUCKET_KEY, OPEN_KEY, ROTATION, OPEN_IMAGES);

  /// One resource that has the fault, or only looks like it.
  ///
  /// @param address of the resource that is judged
  /// @param others addresses under which the other tool tells of it: its policy, its block
  record Planted(PlannedFault fault, boolean real, String address, List<String> others) {}
}
