package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.keep;
import static io.cofferdam.aws.act.Calls.object;
import static io.cofferdam.aws.act.Calls.text;

import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Optional;

/// Writes the newest version of an object anew under another key. The version before stays, under
/// the key that it has: deleting evidence is no part of it.
final class ReencryptVersion implements Act {
  private static final long MOST = 5L * 1024 * 1024 * 1024;
  private static final String ANYBODY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
          + "\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";

  private static final ActKind KIND =
      new ActKind(
          "aws.s3.reencrypt-version",
          "write an object anew under another key",
          List.of("bucket", "key", "kms", "version"),
          WayBack.NONE,
          List.of(
              "the version before stays and can be read by whoever may use its key",
              "without versioning there is no version before: the object is overwritten",
              "an ACL, a lock or a redirect of its own is not carried over; metadata and tags are",
              "grants of the two keys are not compared, their policies are"),
          "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var newest =
        looking.body(
            Calls.call(
                "s3",
                "HeadObject",
                target.region(),
                object()
                    .put("Bucket", target.name("bucket"))
                    .put("Key", target.name("key"))
                    .put("ExpectedBucketOwner", target.account()),
                "s3:GetObject",
                arn(target)));
    if (newest.isMissingNode()) {
      return new ActState(state);
    }
    var kept = state.putObject("newest");
    for (var member :
        List.of(
            "VersionId", "ServerSideEncryption", "SSEKMSKeyId", "StorageClass", "ContentLength")) {
      keep(kept, member, newest.path(member));
    }
    var policies = state.putObject("policies");
    for (var key : List.of(newest.path("SSEKMSKeyId").asText(""), target.name("kms"))) {
      if (key.startsWith("arn:") && !policies.has(key)) {
        keep(policies, key, Calls.policy(looking.body(policy(target, key)).path("Policy")));
      }
    }
    return new ActState(state);
  }

  private static ActCall policy(Target target, String key) {
    return Calls.call(
        "kms",
        "GetKeyPolicy",
        target.region(),
        key,
        object().put("KeyId", key).put("PolicyName", "default"));
  }

  private static String arn(Target target) {
    return "arn:aws:s3:::" + target.name("bucket") + "/" + target.name("key");
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var kms = target.name("kms");
    if (state.at("/newest").isMissingNode()) {
      return new Proposal.Impossible("there is no object " + arn(target));
    }
    if (!kms.startsWith("arn:") || !state.at("/policies").has(kms)) {
      return new Proposal.Impossible(
          "there is no key `" + kms + "` [arn:aws:kms:REGION:ACCOUNT:key/ID]");
    }
    if (state.at("/newest/SSEKMSKeyId").asText("").equals(kms)) {
      return new Proposal.Already("the newest version is under that key");
    }
    if (!state.at("/newest/VersionId").asText("null").equals(target.name("version"))) {
      return new Proposal.Impossible(
          "version "
              + target.name("version")
              + " is not the newest: written anew it would lie over "
              + state.at("/newest/VersionId").asText("null"));
    }
    if (state.at("/newest/ContentLength").asLong() > MOST) {
      return new Proposal.Impossible("it is larger than one call copies [5 GiB]");
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "write " + arn(target) + " anew under " + kms,
                copy(target, state),
                List.of(
                    new Made("/newest/SSEKMSKeyId", text(kms)),
                    new Made("/newest/ServerSideEncryption", text("aws:kms")),
                    new Made("/newest/VersionId", text(Made.ANY))),
                Optional.empty())),
        List.of());
  }

  private static ActCall copy(Target target, ActState state) {
    var version = target.name("version");
    var parameters =
        object()
            .put("SourceBucket", target.name("bucket"))
            .put("SourceKey", target.name("key"))
            .put("DestinationBucket", target.name("bucket"))
            .put("DestinationKey", target.name("key"))
            .put("ServerSideEncryption", "aws:kms")
            .put("SSEKMSKeyId", target.name("kms"))
            .put("ExpectedBucketOwner", target.account())
            .put("ExpectedSourceBucketOwner", target.account());
    keep(parameters, "StorageClass", state.at("/newest/StorageClass"));
    if (!version.equals("null")) {
      parameters.put("SourceVersionId", version);
    }
    var call =
        Calls.call("s3", "CopyObject", target.region(), parameters, "s3:PutObject", arn(target))
            .besides(
                new Permission("s3:GetObject", arn(target)),
                new Permission("s3:GetObjectVersion", arn(target)),
                new Permission("s3:GetObjectTagging", arn(target)),
                new Permission("s3:GetObjectVersionTagging", arn(target)),
                new Permission("s3:PutObjectTagging", arn(target)),
                new Permission("kms:GenerateDataKey", target.name("kms")));
    var old = state.at("/newest/SSEKMSKeyId").asText("");
    return old.isEmpty() ? call : call.besides(new Permission("kms:Decrypt", old));
  }

  /// Whoever may use the new key and could not use the old one would read what he could not.
  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Policy(
            "reading " + arn(target),
            Optional.of(readers(before)),
            Optional.of(readers(after)),
            false));
  }

  /// The policy of the key that the newest version is under. Without a key everybody passes who may
  /// read the object.
  private static String readers(ActState state) {
    var key = state.at("/newest/SSEKMSKeyId").asText("");
    return key.isEmpty() ? ANYBODY : state.at("/policies").path(key).asText("no policy was read");
  }
}
