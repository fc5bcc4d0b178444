package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.AclGrant;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.respond.json.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Whether two settings mean the same though different logs write them differently.
///
/// Policies are compared without regard to the order of keys and list elements, and one element
/// alone equals a list of it. ACLs are compared by their grants to groups: accounts are named by
/// number in one log and by canonical id in another.
final class Sameness {
  private Sameness() {}

  static boolean same(BucketSetting one, BucketSetting other) {
    return meaning(one).equals(meaning(other));
  }

  private static Object meaning(BucketSetting setting) {
    return switch (setting) {
      case BucketSetting.Existence(Part<String> value) -> value;
      case BucketSetting.Policy(Part<String> value) ->
          value.asOptional().map(text -> canonical(Json.parse(text))).orElse("none");
      case BucketSetting.AccessList(Part<Acl> value) ->
          value.asOptional().map(Sameness::groups).orElse(Set.of());
      case BucketSetting.ObjectAccessLists(var value) -> value;
      case BucketSetting.Block(Part<PublicAccessBlock> value) ->
          value.asOptional().orElse(PublicAccessBlock.OFF);
      case BucketSetting.AccountBlock(Part<PublicAccessBlock> value) ->
          value.asOptional().orElse(PublicAccessBlock.OFF);
      case BucketSetting.Ownership(Part<ObjectOwnership> value) ->
          value.asOptional().orElse(ObjectOwnership.OBJECT_WRITER);
    };
  }

  private static Set<AclGrant> groups(Acl acl) {
    return acl.grants().stream().filter(AclGrant::isPublic).collect(Collectors.toSet());
  }

  private static String canonical(JsonNode node) {
    if (node.isArray()) {
      var elements = Json.items(node).stream().map(Sameness::canonical).sorted().toList();
      return elements.size() == 1 ? elements.getFirst() : elements.toString();
    }
    if (node.isObject()) {
      Map<String, String> fields = new TreeMap<>();
      node.properties().forEach(f -> fields.put(f.getKey(), canonical(f.getValue())));
      return fields.toString();
    }
    return node.asText();
  }
}
