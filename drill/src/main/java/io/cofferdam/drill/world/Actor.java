package io.cofferdam.drill.world;

/// Who makes a request, as the provider authenticates them.
public sealed interface Actor {
  /// Nobody known.
  record Anonymous() implements Actor {}

  /// An IAM user of the company.
  record User(String account, String name, String accessKey, String id) implements Actor {}

  /// A role session of the company.
  ///
  /// @param created seconds since 1970 at which the session began
  record Session(
      String account,
      String role,
      String name,
      String accessKey,
      String roleId,
      long created,
      Origin origin)
      implements Actor {
    public String roleArn() {
      return "arn:aws:iam::" + account + ":role/" + role;
    }

    public String sessionArn() {
      return "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + name;
    }
  }

  /// A principal of an account that is not the company's.
  record Foreign(String account, String arn, String id) implements Actor {}

  /// A service of the provider acting for the account.
  record Service(String name) implements Actor {}

  /// What got the session its credentials.
  enum Origin {
    INSTANCE,
    FUNCTION,
    NOTEBOOK,
    PIPELINE,
    PERSON
  }

  /// The name under which reads by this actor are grouped.
  default String groupingName() {
    return switch (this) {
      case Anonymous() -> "anonymous";
      case User(String account, String name, String _, String _) ->
          "arn:aws:iam::" + account + ":user/" + name;
      case Session session -> session.roleArn();
      case Foreign foreign -> foreign.account();
      case Service(String name) -> name;
    };
  }

  /// What an S3 server access log prints as the requester.
  default String requester() {
    return switch (this) {
      case Anonymous() -> "-";
      case User user -> user.groupingName();
      case Session session -> session.sessionArn();
      case Foreign foreign -> foreign.arn();
      case Service(String name) -> "svc:" + name;
    };
  }
}
