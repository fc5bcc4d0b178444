package io.cofferdam.posture.estate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes an inventory in the shape that the access engine reads (`estate.schema.json`): one text
/// for the organisation, one for each account, some for the resources, so that none grows beyond
/// what a reader takes.
final class EstateTexts {
  private static final int RESOURCES_A_TEXT = 2_000;

  /// What the engine reads of the answer of GetAccountAuthorizationDetails.
  private static final Map<String, List<String>> IAM =
      Map.of(
          "UserDetailList",
          List.of(
              "UserName",
              "UserId",
              "Arn",
              "UserPolicyList",
              "GroupList",
              "AttachedManagedPolicies",
              "PermissionsBoundary",
              "Tags"),
          "GroupDetailList",
          List.of("GroupName", "Arn", "GroupPolicyList", "AttachedManagedPolicies"),
          "RoleDetailList",
          List.of(
              "RoleName",
              "RoleId",
              "Arn",
              "AssumeRolePolicyDocument",
              "RolePolicyList",
              "AttachedManagedPolicies",
              "PermissionsBoundary",
              "Tags",
              "InstanceProfileList"));

  private final Inventory inventory;
  private final Optional<OrganisationJson> organisation;
  private final ResourceTexts resourceTexts;

  EstateTexts(Inventory inventory, Optional<OrganisationFacts> organisation) {
    this.inventory = inventory;
    this.organisation = organisation.map(facts -> new OrganisationJson(facts, inventory));
    this.resourceTexts = resources();
  }

  List<String> write() {
    List<String> texts = new ArrayList<>();
    var accounts = OrganisationFacts.ofType(inventory, Traversal.ACCOUNT);
    var first = JsonNodeFactory.instance.objectNode();
    if (organisation.isPresent()) {
      first.set("organisation", organisation.get().write());
    } else if (accounts.stream().allMatch(a -> a.gapsOf(List.of("organisation")).isEmpty())) {
      first.putNull("organisation");
    }
    texts.add(first.toString());
    for (var account : accounts) {
      var text = JsonNodeFactory.instance.objectNode();
      text.putArray("accounts").add(account(account));
      texts.add(text.toString());
    }
    resources(texts);
    return texts;
  }

  /// The account's own public access block; null where it has none, empty where that is not known.
  static Optional<JsonNode> block(Resource account) {
    if (!account.gapsOf(List.of("s3-block")).isEmpty()) {
      return Optional.empty();
    }
    var block = account.fact("s3-block");
    return Optional.of(block.isObject() ? block : JsonNodeFactory.instance.nullNode());
  }

  /// How the single resources are written.
  ResourceTexts ofResources() {
    return resourceTexts;
  }

  private ObjectNode account(Resource account) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", account.account());
    organisation.ifPresent(of -> of.place(json, account.account()));
    block(account).ifPresent(block -> json.set("publicAccessBlock", block));
    var identities = account.fact("identities");
    if (identities.isObject()) {
      var iam = json.putObject("iam");
      // a page that was not answered leaves users or roles out
      var whole = account.gapsOf(List.of("identities")).isEmpty();
      iam.put("IsTruncated", !whole || identities.path("IsTruncated").asBoolean(false));
      IAM.forEach((list, members) -> iam.set(list, slim(identities.path(list), members)));
      iam.set("Policies", policies(identities.path("Policies")));
    }
    return json;
  }

  private static JsonNode slim(JsonNode list, List<String> members) {
    var slim = JsonNodeFactory.instance.arrayNode();
    for (var each : list) {
      var kept = slim.addObject();
      for (var member : members) {
        if (each.hasNonNull(member)) {
          kept.set(member, each.get(member));
        }
      }
    }
    return slim;
  }

  /// Managed policies with the version that counts.
  private static JsonNode policies(JsonNode list) {
    var all = JsonNodeFactory.instance.arrayNode();
    for (var policy : list) {
      var kept = all.addObject();
      kept.set("Arn", policy.path("Arn"));
      var versions = kept.putArray("PolicyVersionList");
      for (var version : policy.path("PolicyVersionList")) {
        if (version.path("IsDefaultVersion").asBoolean(false)) {
          versions.add(version);
        }
      }
    }
    return all;
  }

  private ResourceTexts resources() {
    Map<String, List<Resource>> points = new HashMap<>();
    Map<String, String> keysByAlias = new HashMap<>();
    for (var resource : inventory.resources()) {
      if (resource.type().startsWith("s3-access-point")) {
        var bucket = "arn:aws:s3:::" + resource.fact("Bucket").asText("");
        points.computeIfAbsent(bucket, b -> new ArrayList<>()).add(resource);
      } else if (resource.type().equals("kms-key")) {
        resource
            .fact("aliases.Aliases")
            .forEach(a -> keysByAlias.put(a.path("AliasArn").asText(), resource.id()));
      } else if (resource.type().equals("kms-alias")) {
        var key = resource.fact("TargetKeyId").asText("");
        keysByAlias.put(
            resource.id(),
            key.isEmpty() ? "" : resource.id().replaceAll(":alias/.*", ":key/" + key));
      }
    }
    return new ResourceTexts(new ResourceJson(keysByAlias), points);
  }

  private void resources(List<String> texts) {
    var text = JsonNodeFactory.instance.objectNode();
    var array = text.putArray("resources");
    for (var resource : inventory.resources()) {
      resourceTexts.write(resource).ifPresent(array::add);
      if (array.size() == RESOURCES_A_TEXT) {
        texts.add(text.toString());
        array.removeAll();
      }
    }
    texts.add(text.toString());
  }
}
