package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.call;
import static io.cofferdam.aws.act.Calls.keep;
import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Optional;

/// Closes a bucket to everybody whom nobody named, by its public access block. The policy and the
/// ACL stay as they are: they are evidence, and come into force again when the block is lifted.
final class CloseBucket implements Act {
  private static final ActKind KIND =
      new ActKind(
          "aws.s3.close-bucket",
          "close a bucket to the public",
          List.of("bucket"),
          WayBack.WHOLE,
          List.of(
              "accounts and roles that the policy names keep what they have, unless the policy is"
                  + " public besides: then S3 leaves it in force for the owner's account alone",
              "websites and downloads that people reach at the bucket's own address stop",
              "URLs that were signed before stay valid: revoke the sessions or keys that signed"
                  + " them"),
          "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html");

  private static final JsonNode ALL =
      object()
          .put("BlockPublicAcls", true)
          .put("IgnorePublicAcls", true)
          .put("BlockPublicPolicy", true)
          .put("RestrictPublicBuckets", true);

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    keep(
        state,
        "block",
        looking
            .body(bucket(target, "GetPublicAccessBlock", "GetBucketPublicAccessBlock"))
            .path("PublicAccessBlockConfiguration"));
    keep(
        state,
        "accountBlock",
        looking
            .body(
                call(
                    "s3control",
                    "GetPublicAccessBlock",
                    target.region(),
                    object().put("AccountId", target.account()),
                    "s3:GetAccountPublicAccessBlock",
                    "*"))
            .path("PublicAccessBlockConfiguration"));
    keep(
        state,
        "policy",
        Calls.policy(
            looking.body(bucket(target, "GetBucketPolicy", "GetBucketPolicy")).path("Policy")));
    var acl = looking.body(bucket(target, "GetBucketAcl", "GetBucketAcl"));
    if (acl instanceof ObjectNode found) {
      keep(state, "acl", found.deepCopy().retain("Owner", "Grants"));
    }
    keep(
        state,
        "ownership",
        looking
            .body(bucket(target, "GetBucketOwnershipControls", "GetBucketOwnershipControls"))
            .at("/OwnershipControls/Rules/0/ObjectOwnership"));
    return new ActState(state);
  }

  private static ActCall bucket(Target target, String operation, String permission) {
    return bucket(target, operation, permission, object());
  }

  private static ActCall bucket(
      Target target, String operation, String permission, ObjectNode more) {
    var parameters = object().put("Bucket", target.name("bucket"));
    parameters.put("ExpectedBucketOwner", target.account());
    parameters.setAll(more);
    return call(
        "s3",
        operation,
        target.region(),
        parameters,
        "s3:" + permission,
        "arn:aws:s3:::" + target.name("bucket"));
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    if (state.at("/block").equals(ALL)) {
      return new Proposal.Already("all four settings of the public access block are on");
    }
    if (state.at("/acl").isMissingNode()) {
      return new Proposal.Impossible(
          "there is no bucket " + target.name("bucket") + " in account " + target.account());
    }
    var before = state.at("/block");
    var undo =
        before instanceof ObjectNode saved
            ? put(target, saved)
            : bucket(target, "DeletePublicAccessBlock", "PutBucketPublicAccessBlock");
    return new Proposal.Steps(
        List.of(
            new Step(
                "switch on all four settings of the public access block of "
                    + target.name("bucket"),
                put(target, (ObjectNode) ALL),
                List.of(new Made("/block", ALL)),
                Optional.of(undo))),
        List.of());
  }

  private static ActCall put(Target target, ObjectNode block) {
    var more = object();
    more.set("PublicAccessBlockConfiguration", block);
    return bucket(target, "PutPublicAccessBlock", "PutBucketPublicAccessBlock", more);
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Bucket(
            "bucket " + target.name("bucket"),
            target.name("bucket"),
            target.account(),
            before.fields(),
            after.fields()));
  }
}
