package io.cofferdam.access.aws.estate.reading;

import io.cofferdam.access.aws.estate.IamGroup;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.IamUser;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.access.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the answer of GetAccountAuthorizationDetails (AWS IAM API Reference). Members that do
/// not bear on access are passed over.
final class IamReader {
  private final PolicyNodes policies;
  private final Collected into;
  private final Map<String, NamedPolicy> managed = new HashMap<>();

  IamReader(PolicyNodes policies, Collected into) {
    this.policies = policies;
    this.into = into;
  }

  /// Reads one account's principals.
  ///
  /// @return whether the list is complete
  boolean read(Node iam, String account) {
    for (Node policy : iam.objects("Policies")) {
      String arn = policy.required("Arn");
      managed.put(arn, new NamedPolicy(arn, arn, defaultVersion(policy)));
    }
    Map<String, String> groupArns = new HashMap<>();
    for (Node group : iam.objects("GroupDetailList")) {
      String arn = arn(group, account);
      groupArns.put(group.required("GroupName"), arn);
      IamGroup read = new IamGroup(arn, attached(group, arn, "GroupPolicyList"));
      Collected.once(into.groups, arn, read, group);
    }
    for (Node user : iam.objects("UserDetailList")) {
      user(user, account, groupArns);
    }
    for (Node role : iam.objects("RoleDetailList")) {
      role(role, account);
    }
    return iam.json() instanceof Json.Members
        && iam.member("IsTruncated")
            .map(node -> node.json() instanceof Json.Bool(boolean cut, Json.Position at) && !cut)
            .orElse(true);
  }

  private void user(Node user, String account, Map<String, String> groupArns) {
    String arn = arn(user, account);
    List<String> groups = new ArrayList<>();
    for (String name : user.texts("GroupList")) {
      groups.add(groupArns.getOrDefault(name, "arn:aws:iam::" + account + ":group/" + name));
    }
    IamUser read =
        new IamUser(
            arn,
            account,
            user.text("UserId"),
            tags(user),
            attached(user, arn, "UserPolicyList"),
            boundary(user),
            groups);
    Collected.once(into.principals, arn, read, user);
  }

  private void role(Node role, String account) {
    String arn = arn(role, account);
    List<String> profiles = new ArrayList<>();
    for (Node profile : role.objects("InstanceProfileList")) {
      profiles.add(profile.required("Arn"));
    }
    Optional<PolicyDocument> trust =
        role.member("AssumeRolePolicyDocument").flatMap(policies::read);
    IamRole read =
        new IamRole(
            arn,
            account,
            role.text("RoleId"),
            tags(role),
            attached(role, arn, "RolePolicyList"),
            boundary(role),
            new NamedPolicy(arn, "trust policy", trust),
            profiles);
    Collected.once(into.principals, arn, read, role);
  }

  private static String arn(Node node, String account) {
    String arn = node.required("Arn");
    String[] fields = arn.split(":", 6);
    if (!arn.isEmpty() && (fields.length != 6 || !fields[4].equals(account))) {
      node.problems().error("CFD-ACCESS-0407", node, "`Arn` is not an ARN of this account");
    }
    return arn;
  }

  private Optional<PolicyDocument> defaultVersion(Node policy) {
    for (Node version : policy.objects("PolicyVersionList")) {
      boolean isDefault =
          version
              .member("IsDefaultVersion")
              .map(node -> node.json() instanceof Json.Bool(boolean yes, Json.Position at) && yes)
              .orElse(false);
      if (isDefault) {
        return version.member("Document").flatMap(policies::read);
      }
    }
    return Optional.empty();
  }

  private List<NamedPolicy> attached(Node holder, String owner, String inlineList) {
    List<NamedPolicy> all = new ArrayList<>();
    for (Node inline : holder.objects(inlineList)) {
      all.add(
          new NamedPolicy(
              owner,
              inline.required("PolicyName"),
              inline.member("PolicyDocument").flatMap(policies::read)));
    }
    for (Node attached : holder.objects("AttachedManagedPolicies")) {
      all.add(managed(attached.required("PolicyArn")));
    }
    return all;
  }

  private NamedPolicy managed(String arn) {
    return managed.computeIfAbsent(arn, a -> new NamedPolicy(a, a, Optional.empty()));
  }

  private Part<NamedPolicy> boundary(Node holder) {
    return holder
        .member("PermissionsBoundary")
        .filter(node -> !node.isNull())
        .map(node -> Part.known(managed(node.required("PermissionsBoundaryArn"))))
        .orElse(Part.absent());
  }

  private static Map<String, String> tags(Node holder) {
    Map<String, String> tags = new HashMap<>();
    for (Node tag : holder.objects("Tags")) {
      tags.put(tag.required("Key"), tag.text("Value").orElse(""));
    }
    return tags;
  }
}
