package io.cofferdam.access.aws.estate.answer;

/// Something of the snapshot whose removal takes rights away.
public sealed interface Removable extends Comparable<Removable> {

  /// For a person, and unique.
  String words();

  @Override
  default int compareTo(Removable other) {
    return words().compareTo(other.words());
  }

  /// A statement of a policy.
  ///
  /// @param policy key of the policy
  /// @param number of the statement, from 1
  record OfPolicy(String policy, int number, String words) implements Removable {}

  /// A statement of a role's trust policy.
  record OfTrust(String role, int number, String words) implements Removable {}

  /// A statement of a resource's policy.
  record OfResource(String resource, int number, String words) implements Removable {}

  /// A key grant.
  record OfGrant(String key, String grant, String words) implements Removable {}

  /// A bucket's access control list.
  record OfAcl(String bucket, String words) implements Removable {}
}
