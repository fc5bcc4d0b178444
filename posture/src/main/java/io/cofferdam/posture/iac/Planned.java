package io.cofferdam.posture.iac;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.inventory.PlannedFacts.Written;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a plan or template would make, before it is mapped to an inventory.
///
/// @param resources in the order of the file
/// @param accounts account numbers that stand anywhere in it
/// @param account the account it is applied to, where it tells
/// @param region the region, where it tells
/// @param notes what a reader must know, in sentences
public record Planned(
    List<Item> resources,
    Set<String> accounts,
    Optional<String> account,
    Optional<String> region,
    List<String> notes) {
  public Planned {
    resources = List.copyOf(resources);
    accounts = Set.copyOf(accounts);
    notes = List.copyOf(notes);
  }

  /// One resource.
  ///
  /// @param address `module.data.aws_s3_bucket.training["eu"]`; a logical id
  /// @param type `aws_s3_bucket`; `AWS::S3::Bucket`
  /// @param values what it is given; [NotKnown] marks stand for what is not known yet, also for all
  ///     of it
  /// @param created whether it is made anew, so that what nobody sets has AWS's default
  /// @param region where its provider puts it, where that is told and differs
  public record Item(
      String address,
      String type,
      JsonNode values,
      boolean created,
      Optional<String> region,
      Written where) {}
}
