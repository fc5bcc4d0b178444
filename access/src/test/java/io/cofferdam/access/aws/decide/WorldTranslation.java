package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleStatement;
import io.cofferdam.access.aws.decide.SmallWorld.SmallGrant;
import io.cofferdam.access.aws.decide.SmallWorld.SmallPoint;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PolicyReading;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.AclGrant;
import io.cofferdam.access.aws.s3.AclPermission;
import io.cofferdam.access.aws.s3.Grantee;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hands a small world to the product, policies as JSON.
final class WorldTranslation {
  private WorldTranslation() {}

  static Decision decide(SmallWorld world) {
    return Decider.decide(request(world, Map.of()), policies(world));
  }

  /// The request, with states of keys put in place of the world's.
  static DecisionRequest request(SmallWorld world, Map<String, KeyState> instead) {
    Map<String, KeyState> keys = new HashMap<>();
    world.context().forEach((key, value) -> keys.put(key, KeyState.of(value)));
    keys.putAll(instead);
    return new DecisionRequest(
        RequestPrincipal.parse(world.caller())
            .orElseThrow()
            .withCanonicalId(world.account().isEmpty() ? "" : "id-" + world.account()),
        world.action(),
        world.resource(),
        world.owner(),
        new RequestContext(keys, true));
  }

  static PolicySet policies(SmallWorld world) {
    return new PolicySet(
        List.of(document(world.identity())),
        world.policy().map(WorldTranslation::document),
        levels(world.scps()),
        levels(world.rcps()),
        listed(world.boundary()),
        listed(world.session()),
        listed(world.endpoint()),
        world.grants().stream().map(WorldTranslation::grant).toList(),
        s3(world));
  }

  private static List<List<PolicyDocument>> levels(List<List<SimpleStatement>> levels) {
    return levels.stream().map(level -> List.of(document(level))).toList();
  }

  private static List<PolicyDocument> listed(Optional<List<SimpleStatement>> policy) {
    return policy.map(WorldTranslation::document).stream().toList();
  }

  static PolicyDocument document(List<SimpleStatement> statements) {
    String json = ReferenceDecider.policy(statements);
    if (PolicyParser.parse(json) instanceof PolicyReading.Read reading) {
      return reading.document();
    }
    throw new IllegalArgumentException(PolicyParser.parse(json) + " " + json);
  }

  private static KeyGrant grant(SmallGrant grant) {
    return new KeyGrant(
        "g",
        grant.grantee(),
        grant.retiring(),
        grant.operations(),
        grant.equals() ? grant.constraint() : Map.of(),
        grant.equals() ? Map.of() : grant.constraint());
  }

  private static S3Controls s3(SmallWorld world) {
    boolean ignore = world.blocks().contains("ignore");
    boolean restrict = world.blocks().contains("restrict");
    return new S3Controls(
        Optional.empty(),
        Optional.of(new PublicAccessBlock(false, ignore, false, false)),
        Optional.of(new PublicAccessBlock(false, false, false, restrict)),
        Optional.of(acl(world.owner(), world.bucketAcl())),
        Optional.of(acl(world.objectOwner(), world.objectAcl())),
        world.aclsDisabled()
            ? Optional.of(ObjectOwnership.BUCKET_OWNER_ENFORCED)
            : Optional.of(ObjectOwnership.OBJECT_WRITER),
        world.point().map(WorldTranslation::point));
  }

  private static AccessPoint point(SmallPoint point) {
    return new AccessPoint(
        point.arn(),
        point.account(),
        point.policy().map(WorldTranslation::document),
        Optional.of(new PublicAccessBlock(false, false, false, point.restrict())),
        point.vpc().isEmpty() ? Optional.empty() : Optional.of(point.vpc()));
  }

  private static Acl acl(String owner, List<String> grants) {
    List<AclGrant> lines = new ArrayList<>();
    for (String grant : grants) {
      String who = grant.substring(0, grant.indexOf(' '));
      Grantee grantee =
          switch (who) {
            case "AllUsers" -> Grantee.Group.ALL_USERS;
            case "AuthenticatedUsers" -> Grantee.Group.AUTHENTICATED_USERS;
            default -> new Grantee.CanonicalUser("id-" + who);
          };
      lines.add(
          new AclGrant(
              grantee, AclPermission.parse(grant.substring(grant.indexOf(' ') + 1)).orElseThrow()));
    }
    return new Acl("id-" + owner, lines);
  }
}
