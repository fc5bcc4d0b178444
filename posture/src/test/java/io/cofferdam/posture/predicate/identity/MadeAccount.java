package io.cofferdam.posture.predicate.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Expectations;
import io.cofferdam.model.datamap.ExpectedAccess;
import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.spi.CallOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An account that a test makes, piece by piece, in the shapes in which AWS tells of one.
final class MadeAccount {
  static final String ID = "111122223333";
  static final String ORGANISATION = "o-exampleorg1";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final List<Resource> resources = new ArrayList<>();
  private final List<Store> stores = new ArrayList<>();
  private final List<Gap> accountGaps = new ArrayList<>();
  private final ObjectNode account = NODES.objectNode();
  private final ArrayNode roles;
  private final ArrayNode policies;
  private List<String> administrators = List.of();
  private boolean identitiesRead = true;

  MadeAccount() {
    var identities = account.putObject("identities");
    this.roles = identities.putArray("RoleDetailList");
    identities.putArray("UserDetailList");
    this.policies = identities.putArray("Policies");
    identities.putArray("GroupDetailList");
    identities.put("IsTruncated", false);
  }

  static String policy(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  static String allow(String action, String resource) {
    return "{\"Effect\":\"Allow\",\"Action\":[\"%s\"],\"Resource\":[\"%s\"]}"
        .formatted(action.replace(" ", "\",\""), resource);
  }

  static String arn(String role) {
    return "arn:aws:iam::" + ID + ":role/" + role;
  }

  static String trusting(String principal) {
    return policy(
        "{\"Effect\":\"Allow\",\"Principal\":%s,\"Action\":\"sts:AssumeRole\"}"
            .formatted(principal));
  }

  static String service(String name) {
    return "{\"Service\":\"" + name + "\"}";
  }

  MadeAccount role(String name, String trust, String... statements) {
    return role(name, trust, "", statements);
  }

  MadeAccount role(String name, String trust, String boundary, String[] statements) {
    var role = roles.addObject();
    role.put("RoleName", name);
    role.put("RoleId", "AROAEXAMPLE" + name.length());
    role.put("Arn", arn(name));
    role.put("AssumeRolePolicyDocument", trust);
    role.putArray("AttachedManagedPolicies");
    role.putArray("InstanceProfileList");
    var inline = role.putArray("RolePolicyList");
    if (statements.length > 0) {
      inline.addObject().put("PolicyName", "rights").put("PolicyDocument", policy(statements));
    }
    if (!boundary.isEmpty()) {
      role.putObject("PermissionsBoundary").put("PermissionsBoundaryArn", boundary);
    }
    resources.add(new Resource("iam-role", arn(name), name, ID, "", role.deepCopy(), List.of()));
    return this;
  }

  MadeAccount bounded(String name, String boundary, String... statements) {
    return role(name, trusting(service("ec2.amazonaws.com")), boundary, statements);
  }

  MadeAccount managed(String name, String... statements) {
    var policy = policies.addObject();
    policy.put("Arn", "arn:aws:iam::" + ID + ":policy/" + name);
    policy
        .putArray("PolicyVersionList")
        .addObject()
        .put("VersionId", "v1")
        .put("IsDefaultVersion", true)
        .put("Document", policy(statements));
    return this;
  }

  MadeAccount bucket(String name, String dataClass) {
    var facts = NODES.objectNode();
    facts.putObject("acl").putArray("Grants");
    facts
        .putObject("ownership")
        .putArray("Rules")
        .addObject()
        .put("ObjectOwnership", "BucketOwnerEnforced");
    if (!dataClass.isEmpty()) {
      facts.putArray("tags").addObject().put("Key", "data-class").put("Value", dataClass);
    }
    resources.add(
        new Resource(
            "s3-bucket", "arn:aws:s3:::" + name, name, ID, "eu-central-1", facts, List.of()));
    return this;
  }

  MadeAccount store(String bucket, StoreRole role, String... readers) {
    stores.add(
        new Store(
            bucket,
            ResourceId.bucket(bucket),
            "",
            role,
            List.of(),
            Ternary.TRUE,
            Map.of(),
            List.of(readers),
            List.of(),
            "",
            Ternary.UNKNOWN,
            -1,
            List.of()));
    return this;
  }

  MadeAccount other(String type, String id, ObjectNode facts) {
    resources.add(
        new Resource(
            type, id, id.substring(id.lastIndexOf(':') + 1), ID, "eu-central-1", facts, List.of()));
    return this;
  }

  MadeAccount administrators(String... arns) {
    administrators = List.of(arns);
    return this;
  }

  /// The listing of users and roles was refused.
  MadeAccount identitiesDenied() {
    identitiesRead = false;
    accountGaps.add(
        new Gap(
            "identities",
            "iam GetAccountAuthorizationDetails",
            "iam:GetAccountAuthorizationDetails",
            CallOutcome.DENIED,
            "denied"));
    return this;
  }

  /// The account stands in an organisation, directly under its root, with these policies on it.
  MadeAccount organisation(List<String> scps, List<String> rcps) {
    account
        .putObject("organisation")
        .put("Id", ORGANISATION)
        .put("MasterAccountId", "999988887777");
    var root = NODES.objectNode();
    root.put("Id", "r-ab12");
    var types = root.putArray("PolicyTypes");
    types.addObject().put("Type", "SERVICE_CONTROL_POLICY").put("Status", "ENABLED");
    types.addObject().put("Type", "RESOURCE_CONTROL_POLICY").put("Status", "ENABLED");
    root.putObject("accounts").putArray("Accounts").addObject().put("Id", ID);
    add("org-unit", "root/" + ORGANISATION + "/r-ab12", "Root", root);
    attach("org-scp", "FullAWSAccess", policy(allow("*", "*")));
    for (var scp : scps) {
      attach("org-scp", "guard" + scp.hashCode(), scp);
    }
    for (var rcp : rcps) {
      attach("org-rcp", "perimeter" + rcp.hashCode(), rcp);
    }
    return this;
  }

  /// The account stands in an organisation of which it may read nothing but the id.
  MadeAccount organisationUnread() {
    account
        .putObject("organisation")
        .put("Id", ORGANISATION)
        .put("MasterAccountId", "999988887777");
    return this;
  }

  private void attach(String type, String name, String content) {
    var policy = NODES.objectNode();
    policy.put("Id", "p-" + name);
    policy.putObject("policy").put("Content", content);
    var targets = policy.putObject("targets").putArray("Targets");
    targets.addObject().put("TargetId", "r-ab12");
    targets.addObject().put("TargetId", ID);
    add(type, "policy/" + ORGANISATION + "/" + type + "/p-" + name, name, policy);
  }

  private void add(String type, String path, String name, ObjectNode facts) {
    resources.add(
        new Resource(
            type, "arn:aws:organizations::999988887777:" + path, name, ID, "", facts, List.of()));
  }

  Scene scene() {
    if (!identitiesRead) {
      account.remove("identities");
    }
    List<Resource> all = new ArrayList<>(resources);
    all.add(
        new Resource(
            Inventory.ACCOUNT, "arn:aws:iam::" + ID + ":root", ID, ID, "", account, accountGaps));
    var map =
        new DataMap(
            Organisation.unknown(),
            List.of(),
            List.of(),
            stores,
            Optional.empty(),
            List.of(),
            List.of(),
            new Expectations(
                List.of("eu-central-1"),
                List.of(),
                -1,
                "",
                new ExpectedAccess(administrators, List.of(), ExpectedAccess.USUAL_READERS)));
    return new Scene(new Inventory(all, List.of()), map, Instant.parse("2026-03-01T00:00:00Z"));
  }

  /// What a predicate says of the account itself.
  Outcome ofAccount(String predicate) {
    var scene = scene();
    return IdentityPredicates.all()
        .get(predicate)
        .evaluate(scene.inventory().account(ID).orElseThrow(), scene);
  }

  /// What a predicate says of one resource.
  Outcome of(String predicate, String type, String id) {
    var scene = scene();
    return IdentityPredicates.all()
        .get(predicate)
        .evaluate(scene.inventory().find(type, id).orElseThrow(), scene);
  }
}
