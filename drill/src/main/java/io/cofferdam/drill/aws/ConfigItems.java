package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Company;
import io.cofferdam.drill.world.Store;
import java.io.IOException;
import java.util.List;

/// AWS Config configuration items as Config's snapshots carry them: the state of the account's
/// public access block and of each bucket at one time.
final class ConfigItems {
  private final Company company;
  private final Shelf shelf;
  private final Dice dice;

  ConfigItems(Company company, Shelf shelf, long seed) {
    this.company = company;
    this.shelf = shelf;
    this.dice = Dice.of(seed, 501);
  }

  /// The state before anything was changed: every bucket blocks public access and has no policy;
  /// the account's own block is off.
  void writeStart(List<Store> stores, long at) throws IOException {
    var text = new ByteText(4096);
    var snapshot = dice.uuid();
    text.add("{\"fileVersion\":\"1.0\",\"configSnapshotId\":\"").add(snapshot);
    text.add("\",\"configurationItems\":[");
    account(text, at);
    for (var store : stores) {
      if (!store.bucket().isEmpty()) {
        text.add(',');
        bucket(text, store, at);
      }
    }
    text.add("]}");
    var path =
        "logs/AWSLogs/"
            + company.account()
            + "/Config/"
            + company.region()
            + Times.format("/yyyy/M/d/", at)
            + "ConfigSnapshot/"
            + company.account()
            + "_Config_"
            + company.region()
            + "_ConfigSnapshot_"
            + Times.format("yyyyMMdd'T'HHmmss'Z'", at)
            + "_"
            + snapshot
            + ".json.gz";
    Gzip.write(shelf, path, text, 0, text.length());
  }

  private void start(ByteText text, String type, String id, String arn, long at) {
    text.add("{\"relatedEvents\":[],\"relationships\":[],\"configurationItemVersion\":\"1.3\",")
        .add("\"configurationItemCaptureTime\":\"")
        .add(Times.format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", at))
        .add("\",\"configurationStateId\":")
        .add(at * 1000)
        .add(",\"awsAccountId\":\"")
        .add(company.account())
        .add("\",\"configurationItemStatus\":\"OK\",\"resourceType\":\"")
        .add(type)
        .add("\",\"resourceId\":\"")
        .add(id)
        .add("\",\"resourceName\":\"")
        .add(id);
    if (!arn.isEmpty()) {
      text.add("\",\"ARN\":\"").add(arn);
    }
    text.add("\",\"awsRegion\":\"")
        .add(company.region())
        .add("\",\"availabilityZone\":\"Regional\",\"configurationStateMd5Hash\":\"\",")
        .add("\"tags\":{},");
  }

  private void account(ByteText text, long at) {
    start(text, "AWS::S3::AccountPublicAccessBlock", company.account(), "", at);
    text.add(
        "\"configuration\":{\"blockPublicAcls\":false,\"ignorePublicAcls\":false,"
            + "\"blockPublicPolicy\":false,\"restrictPublicBuckets\":false},"
            + "\"supplementaryConfiguration\":{}}");
  }

  private void bucket(ByteText text, Store store, long at) {
    start(text, "AWS::S3::Bucket", store.bucket(), store.resource().id(), at);
    text.add("\"resourceCreationTime\":\"")
        .add(Times.format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", at - 400 * 86_400L))
        .add("\",\"configuration\":{\"name\":\"")
        .add(store.bucket())
        .add("\",\"owner\":{\"displayName\":null,\"id\":\"")
        .add(company.canonicalId())
        .add("\"},\"creationDate\":\"")
        .add(Times.format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", at - 400 * 86_400L))
        .add("\"},\"supplementaryConfiguration\":{\"AccessControlList\":");
    text.quoted(
        "{\"grantSet\":null,\"grantList\":[{\"grantee\":{\"id\":\""
            + company.canonicalId()
            + "\",\"displayName\":null},\"permission\":\"FullControl\"}],\"owner\":{"
            + "\"displayName\":null,\"id\":\""
            + company.canonicalId()
            + "\"},\"isRequesterCharged\":false}");
    text.add(
            ",\"BucketLoggingConfiguration\":{\"destinationBucketName\":\""
                + company.slug()
                + "-access-logs\",\"logFilePrefix\":\""
                + store.bucket()
                + "/\"},\"BucketPolicy\":{\"policyText\":null},")
        .add("\"BucketVersioningConfiguration\":{\"status\":\"")
        .add(store.objects().stream().anyMatch(o -> !o.version().isEmpty()) ? "Enabled" : "Off")
        .add("\",\"isMfaDeleteEnabled\":null},\"IsRequesterPaysEnabled\":false,")
        .add("\"OwnershipControls\":{\"rules\":[{\"objectOwnership\":\"BucketOwnerEnforced\"}]},")
        .add("\"PublicAccessBlockConfiguration\":{\"blockPublicAcls\":true,")
        .add("\"ignorePublicAcls\":true,\"blockPublicPolicy\":true,")
        .add("\"restrictPublicBuckets\":true},\"ServerSideEncryptionConfiguration\":{\"rules\":[{")
        .add("\"applyServerSideEncryptionByDefault\":{\"sseAlgorithm\":\"")
        .add(store.encrypted() ? "aws:kms" : "AES256")
        .add("\",\"kmsMasterKeyID\":null},\"bucketKeyEnabled\":false}]}}}");
  }
}
