package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.s3.BucketDefaults;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.aws.s3.S3Configuration;
import io.cofferdam.access.aws.s3.S3Reading;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.respond.exposure.BucketSetting.AccessList;
import io.cofferdam.respond.exposure.BucketSetting.AccountBlock;
import io.cofferdam.respond.exposure.BucketSetting.Block;
import io.cofferdam.respond.exposure.BucketSetting.Existence;
import io.cofferdam.respond.exposure.BucketSetting.ObjectAccessLists;
import io.cofferdam.respond.exposure.BucketSetting.Ownership;
import io.cofferdam.respond.exposure.BucketSetting.Policy;
import io.cofferdam.respond.exposure.Observation.Basis;
import io.cofferdam.respond.exposure.Observation.Subject;
import io.cofferdam.respond.json.Json;
import java.util.ArrayList;
import java.util.List;

/// Reads what a successful S3 call of CloudTrail set.
///
/// Event names are those CloudTrail writes, which differ from the API's for public access blocks
/// (Amazon S3 User Guide, "Amazon S3 CloudTrail events"). The Get calls carry no result in
/// CloudTrail, so they fix nothing.
final class BucketEvents {
  private BucketEvents() {}

  static List<Observation> read(ApiCall call) {
    var request = Json.parse(call.request());
    if (call.action().endsWith("AccountPublicAccessBlock")) {
      return account(call, request);
    }
    var bucket = bucketName(call, request);
    if (bucket.isEmpty()) {
      return List.of();
    }
    var told = new Told(call, new Subject.Bucket(bucket));
    switch (call.action()) {
      case "CreateBucket" -> creation(told, call, request);
      case "DeleteBucket" -> told.set(Existence.NO, "bucket deleted");
      case "PutBucketPolicy" ->
          told.set(new Policy(policy(request.path("bucketPolicy"))), "bucket policy set");
      case "DeleteBucketPolicy" -> told.set(new Policy(Part.absent()), "bucket policy removed");
      case "PutBucketAcl" ->
          told.set(
              new AccessList(part(S3Configuration.acl(call.request(), call.account()))),
              "bucket ACL set");
      case "PutBucketPublicAccessBlock", "PutPublicAccessBlock" ->
          told.set(new Block(block(request)), "public access block of the bucket set");
      case "DeleteBucketPublicAccessBlock", "DeletePublicAccessBlock" ->
          told.set(new Block(Part.absent()), "public access block of the bucket removed");
      case "PutBucketOwnershipControls" ->
          told.set(
              new Ownership(part(S3Configuration.ownership(call.request()))),
              "object ownership set");
      case "DeleteBucketOwnershipControls" ->
          told.set(new Ownership(Part.absent()), "object ownership controls removed");
      default -> {}
    }
    if (!call.action().equals("DeleteBucket") && !call.action().equals("CreateBucket")) {
      told.exists();
    }
    return told.observations;
  }

  /// The bucket's name, empty when the call names none.
  static String bucketName(ApiCall call, JsonNode request) {
    var name = Json.text(request, "bucketName");
    if (!name.isEmpty()) {
      return name;
    }
    for (var resource : call.resources()) {
      if (resource.startsWith("arn:aws") && resource.contains(":s3:::")) {
        var rest = resource.substring(resource.indexOf(":s3:::") + 6);
        var slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
      }
    }
    return "";
  }

  /// The region of the bucket: where a creation asked for it to be, else where the call was made,
  /// which S3 requires to be the bucket's own.
  static String region(ApiCall call) {
    if (call.action().equals("CreateBucket")) {
      var asked =
          Json.parse(call.request())
              .path("CreateBucketConfiguration")
              .path("LocationConstraint")
              .asText("");
      if (!asked.isEmpty()) {
        return asked.equals("EU") ? "eu-west-1" : asked;
      }
    }
    return call.region();
  }

  private static List<Observation> account(ApiCall call, JsonNode request) {
    var account = Json.text(request, "accountId");
    var told = new Told(call, new Subject.Account(account.isEmpty() ? call.account() : account));
    if (call.action().startsWith("Delete")) {
      told.set(new AccountBlock(Part.absent()), "public access block of the account removed");
    } else {
      told.set(new AccountBlock(block(request)), "public access block of the account set");
    }
    return told.observations;
  }

  /// In us-east-1 creating a bucket one already owns succeeds and resets only its ACL (Amazon S3
  /// API Reference, CreateBucket, `BucketAlreadyOwnedByYou`), so there the other parts stay open.
  private static void creation(Told told, ApiCall call, JsonNode request) {
    var acl = part(S3Configuration.acl(call.request(), call.account()));
    told.basis = region(call).equals("us-east-1") ? Basis.CHANGE : Basis.CREATION;
    told.set(Existence.YES, "bucket created");
    told.set(new AccessList(named(request) ? acl : Part.absent()), "bucket created");
    if (told.basis == Basis.CHANGE) {
      var why = "in us-east-1 a creation also succeeds on a bucket that is already there";
      told.set(new Policy(Part.unknown(why)), "bucket created");
      told.set(new Block(Part.unknown(why)), "bucket created");
      told.set(new Ownership(Part.unknown(why)), "bucket created");
      told.set(new ObjectAccessLists(Part.unknown(why)), "bucket created");
      return;
    }
    told.set(new Policy(Part.absent()), "bucket created");
    var rollOut = "created while S3 changed the defaults of new buckets (April 2023)";
    told.set(
        new Block(
            BucketDefaults.blockAtCreation(call.time())
                .map(Part::known)
                .orElseGet(() -> Part.unknown(rollOut))),
        "bucket created");
    told.set(new Ownership(ownershipAtCreation(call, request, rollOut)), "bucket created");
  }

  private static Part<ObjectOwnership> ownershipAtCreation(
      ApiCall call, JsonNode request, String rollOut) {
    var asked = Json.any(request, "x-amz-object-ownership", "objectOwnership").asText("");
    if (!asked.isEmpty()) {
      return ObjectOwnership.parse(asked)
          .map(Part::known)
          .orElseGet(() -> Part.unknown("the ownership asked for is not one that S3 knows"));
    }
    return BucketDefaults.ownershipAtCreation(call.time())
        .map(Part::known)
        .orElseGet(() -> Part.unknown(rollOut));
  }

  private static boolean named(JsonNode request) {
    if (request.has("x-amz-acl") || request.has("AccessControlPolicy")) {
      return true;
    }
    for (var name : (Iterable<String>) request::fieldNames) {
      if (name.startsWith("x-amz-grant-")) {
        return true;
      }
    }
    return false;
  }

  private static Part<String> policy(JsonNode policy) {
    var document = Json.decoded(policy);
    return document.isObject()
        ? Part.known(document.toString())
        : Part.unknown("the record of the call does not hold the policy");
  }

  private static Part<PublicAccessBlock> block(JsonNode request) {
    var body =
        Json.any(request, "PublicAccessBlockConfiguration", "publicAccessBlockConfiguration");
    return body.isMissingNode()
        ? Part.unknown("the record of the call does not hold the settings")
        : part(S3Configuration.publicAccessBlock(body.toString()));
  }

  static <T> Part<T> part(S3Reading<T> reading) {
    return switch (reading) {
      case S3Reading.Read<T>(T value) -> Part.known(value);
      case S3Reading.Unreadable<T>(String why) -> Part.unknown(why);
    };
  }

  /// Collects what one call told.
  private static final class Told {
    private final ApiCall call;
    private final Subject subject;
    private final List<Observation> observations = new ArrayList<>();
    private Basis basis = Basis.CHANGE;

    Told(ApiCall call, Subject subject) {
      this.call = call;
      this.subject = subject;
    }

    void set(BucketSetting setting, String words) {
      observations.add(
          new Observation(
              subject,
              call.time(),
              setting,
              basis,
              call.ref(),
              words,
              call.caller().groupingName()));
    }

    /// Whoever changes a bucket shows that it is there.
    void exists() {
      observations.add(
          new Observation(
              subject,
              call.time(),
              Existence.YES,
              Basis.ANCHOR,
              call.ref(),
              "bucket used",
              call.caller().groupingName()));
    }
  }
}
