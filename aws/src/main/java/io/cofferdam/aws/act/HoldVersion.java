package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.node.BooleanNode;
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
import java.util.Set;
import java.util.TreeSet;

/// Keeps one version of an object from being deleted or overwritten until the hold is lifted. A
/// hold is of one version: put on a name without a version it would hold whatever is the newest
/// then.
final class HoldVersion implements Act {
  private static final ActKind KIND =
      new ActKind(
          "aws.s3.hold-version",
          "put a legal hold on one version of an object",
          List.of("bucket", "key", "version"),
          WayBack.WHOLE,
          List.of(
              "other versions of the same object, and objects beside it, are not held",
              "whoever may s3:PutObjectLegalHold can lift it",
              "the bucket must have Object Lock"),
          "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html#object-lock-legal-holds");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var lock =
        looking
            .body(
                Calls.call(
                    "s3",
                    "GetObjectLockConfiguration",
                    target.region(),
                    object()
                        .put("Bucket", target.name("bucket"))
                        .put("ExpectedBucketOwner", target.account()),
                    "s3:GetBucketObjectLockConfiguration",
                    "arn:aws:s3:::" + target.name("bucket")))
            .at("/ObjectLockConfiguration/ObjectLockEnabled");
    state.put("lock", lock.asText("").equals("Enabled"));
    if (state.path("lock").asBoolean()) {
      var hold = looking.body(call(target, "GetObjectLegalHold", object()));
      state.put("held", hold.at("/LegalHold/Status").asText("").equals("ON"));
    }
    return new ActState(state);
  }

  private static ActCall call(Target target, String operation, ObjectNode parameters) {
    return Calls.call(
        "s3",
        operation,
        target.region(),
        "arn:aws:s3:::" + target.name("bucket") + "/" + target.name("key"),
        parameters
            .put("Bucket", target.name("bucket"))
            .put("Key", target.name("key"))
            .put("VersionId", target.name("version"))
            .put("ExpectedBucketOwner", target.account()));
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    if (!state.at("/lock").asBoolean()) {
      return new Proposal.Impossible(
          "bucket "
              + target.name("bucket")
              + " has no Object Lock: copy the version to one that has");
    }
    if (state.at("/held").asBoolean()) {
      return new Proposal.Already("that version is held");
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "hold version " + target.name("version") + " of " + target.name("key"),
                hold(target, "ON"),
                List.of(new Made("/held", BooleanNode.TRUE)),
                Optional.of(hold(target, "OFF")))),
        List.of());
  }

  private static ActCall hold(Target target, String status) {
    return call(
        target, "PutObjectLegalHold", object().set("LegalHold", object().put("Status", status)));
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Kept(
            "version " + target.name("version") + " of " + target.name("key"),
            kept(before),
            kept(after),
            "it cannot be deleted or overwritten"));
  }

  private static Set<String> kept(ActState state) {
    var kept = new TreeSet<String>();
    if (state.at("/lock").asBoolean()) {
      kept.add("the bucket's Object Lock");
    }
    if (state.at("/held").asBoolean()) {
      kept.add("the hold on it");
    }
    return kept;
  }
}
