package io.cofferdam.access.aws.estate.answer;

/// Something of the snapshot whose removal takes rights away.
public sealed interface Removable extends Comparable<Removable> {

  /// For a person, and unique.
  String words();

  /// Those that hurt least come first: of equally small sets the first is chosen.
  @Override
  default int compareTo(Removable other) {
    int byRank = Integer.compare(rank(), other.rank());
    return byRank != 0 ? byRank : words().compareTo(other.words());
  }

  /// How much else may hang on it: a grant serves one grantee, a resource's policy everybody.
  private int rank() {
    return switch (this) {
      case OfGrant g -> 0;
      case OfPolicy p -> 1;
      case OfTrust t -> 2;
      case OfResource r -> 3;
      case OfAcl a -> 4;
    };
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
