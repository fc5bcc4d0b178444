package io.cofferdam.logs.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.logs.Samples;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.testkit.Covers;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers({"D-01", "R-05"})
class CloudTrailDecodingTest {
  private static String event(String service, String name, String identity, String more) {
    return """
    {"eventVersion":"1.09","userIdentity":%s,"eventTime":"2026-03-01T10:00:00Z",\
    "eventSource":"%s","eventName":"%s","awsRegion":"eu-central-1",\
    "sourceIPAddress":"203.0.113.9","userAgent":"curl/8","eventID":"e-1","requestID":"R1",\
    "recipientAccountId":"111122223333"%s}"""
        .formatted(identity, service, name, more.isEmpty() ? "" : "," + more);
  }

  private static final String USER =
      "{\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::111122223333:user/ann\","
          + "\"accountId\":\"111122223333\",\"accessKeyId\":\"AKIAEXAMPLE\"}";

  @Test
  void callersOfOneContentAreToldApartByEveryByteOfTheirIdentity() {
    var lines = new StringBuilder();
    for (var i = 0; i < 5_000; i++) {
      var identity = USER.replace("AKIAEXAMPLE", "AKIAEXAMPLE" + i % 2_500);
      lines.append(event("s3.amazonaws.com", "GetObject", identity, bucket())).append('\n');
    }
    var keys = Collected.of(lines.toString()).accesses().stream();
    assertThat(keys.map(a -> a.caller().accessKeyId()))
        .containsExactlyElementsOf(
            IntStream.range(0, 5_000).mapToObj(i -> "AKIAEXAMPLE" + i % 2_500).toList());
  }

  @Test
  void oneIdentityAtTwoAddressesIsTwoCallers() {
    var one = event("s3.amazonaws.com", "GetObject", USER, bucket());
    var read = Collected.of(one + "\n" + one.replace("203.0.113.9", "198.51.100.7"));
    assertThat(read.accesses().stream().map(a -> a.caller().address()))
        .containsExactly("203.0.113.9", "198.51.100.7");
  }

  private static String bucket() {
    return "\"requestParameters\":{\"bucketName\":\"shop\",\"key\":\"k\"}";
  }

  private static ObjectAccess access(String name, String more) {
    var read = Collected.of(event("s3.amazonaws.com", name, USER, more));
    assertThat(read.reasons).isEmpty();
    return read.accesses().getLast();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"type\":\"Root\",\"accountId\":\"111122223333\"} | ROOT | arn:aws:iam::111122223333:root",
        "{\"type\":\"IAMUser\",\"userName\":\"ann\"} | USER | ann",
        "{\"type\":\"AssumedRole\",\"arn\":\"arn:aws:sts::1:assumed-role/r/s\"} | ROLE_SESSION | arn:aws:sts::1:assumed-role/r/s",
        "{\"type\":\"FederatedUser\",\"arn\":\"arn:aws:sts::1:federated-user/x\"} | FEDERATED | arn:aws:sts::1:federated-user/x",
        "{\"type\":\"WebIdentityUser\",\"principalId\":\"accounts.example:app:1\",\"userName\":\"1\"} | FEDERATED | 1",
        "{\"type\":\"SAMLUser\",\"principalId\":\"p:q\",\"userName\":\"q\"} | FEDERATED | q",
        "{\"type\":\"IdentityCenterUser\",\"onBehalfOf\":{\"userId\":\"u-7\"}} | FEDERATED | u-7",
        "{\"type\":\"AWSService\",\"invokedBy\":\"config.amazonaws.com\"} | SERVICE | config.amazonaws.com",
        "{\"type\":\"AWSAccount\",\"principalId\":\"AROAX:s1\",\"accountId\":\"999988887777\"} | FOREIGN_ACCOUNT | 999988887777:AROAX",
        "{\"type\":\"AWSAccount\",\"principalId\":\"\",\"accountId\":\"anonymous\"} | ANONYMOUS | anonymous",
        "{\"type\":\"AWSAccount\",\"principalId\":\"\",\"accountId\":\"ANONYMOUS_PRINCIPAL\"} | ANONYMOUS | anonymous",
        "{\"arn\":\"arn:aws:sts::1:assumed-role/r/s\"} | ROLE_SESSION | arn:aws:sts::1:assumed-role/r/s",
        "{\"type\":\"Directory\",\"principalId\":\"d\"} | UNKNOWN | d",
        "{\"type\":\"Unknown\"} | UNKNOWN | ~~",
        "null | UNKNOWN | ~~",
        "\"text\" | UNKNOWN | ~~",
      })
  void everyTypeOfIdentityBecomesACaller(String identity, CallerKind kind, String principal) {
    var read = Collected.of(event("iam.amazonaws.com", "ListUsers", identity, ""));
    var caller = ((ApiCall) read.events.get(0)).caller();
    assertThat(caller.kind()).isEqualTo(kind);
    assertThat(caller.principal()).isEqualTo(principal);
    assertThat(caller.address()).isEqualTo("203.0.113.9");
    if (kind == CallerKind.ANONYMOUS) {
      assertThat(caller.account()).isEmpty();
    }
  }

  @Test
  void aReadTellsObjectBytesVersionOwnerAndWay() {
    var access =
        access(
            "GetObject",
            """
            "vpcEndpointId":"vpce-1","requestParameters":{"bucketName":"shop","key":"a b/c","versionId":"v9"},\
            "additionalEventData":{"bytesTransferredOut":89.0,"AuthenticationMethod":"QueryString"},\
            "resources":[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::shop/a b/c"},\
            {"accountId":"444455556666","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::shop"}],\
            "eventCategory":"Data","readOnly":true""");
    assertThat(access.operation()).isEqualTo(AccessOperation.READ);
    assertThat(access.store().id()).isEqualTo("arn:aws:s3:::shop");
    assertThat(access.key()).isEqualTo("a b/c");
    assertThat(access.version()).isEqualTo("v9");
    assertThat(access.bytes()).isEqualTo(89);
    assertThat(access.signedQuery()).isTrue();
    assertThat(access.account()).isEqualTo("444455556666");
    assertThat(access.caller().vpcEndpoint()).isEqualTo("vpce-1");
    assertThat(access.requestId()).isEqualTo("R1");
    assertThat(access.status()).isZero();
    assertThat(access.succeeded()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "GetObject,READ",
    "SelectObjectContent,READ",
    "GetObjectTorrent,READ",
    "ListObjects,LIST",
    "ListObjectsV2,LIST",
    "ListObjectVersions,LIST",
    "HeadObject,METADATA",
    "GetObjectAcl,METADATA",
    "GetObjectTagging,METADATA",
    "GetObjectAttributes,METADATA",
    "PutObject,WRITE",
    "CompleteMultipartUpload,WRITE",
    "DeleteObject,DELETE",
    "DeleteObjects,DELETE",
    "CopyObject,WRITE",
    "UploadPartCopy,WRITE"
  })
  void everyObjectCallHasItsOperation(String name, AccessOperation operation) {
    assertThat(
            access(name, "\"requestParameters\":{\"bucketName\":\"b\",\"key\":\"k\"}").operation())
        .isEqualTo(operation);
  }

  @ParameterizedTest
  @CsvSource({
    "/from/a%20b/c.txt, from, a b/c.txt, ''",
    "from/k+x?versionId=v1, from, k x, v1",
    "from%2Fk%2Bx, from, k+x, ''",
    "arn:aws:s3:eu-central-1:111122223333:accesspoint/ap/object/k/1, arn:aws:s3:eu-central-1:111122223333:accesspoint/ap, k/1, ''"
  })
  void aCopyIsAReadOfItsSourceAndAWriteOfItsTarget(
      String header, String bucket, String key, String version) {
    var read =
        Collected.of(
            event(
                "s3.amazonaws.com",
                "CopyObject",
                USER,
                "\"requestParameters\":{\"bucketName\":\"to\",\"key\":\"t\",\"x-amz-copy-source\":\""
                    + header
                    + "\"},\"additionalEventData\":{\"bytesTransferredOut\":234}"));
    assertThat(read.accesses()).hasSize(2);
    assertThat(read.result().events()).isEqualTo(1);
    var source = read.accesses().get(0);
    assertThat(source.operation()).isEqualTo(AccessOperation.READ);
    assertThat(source.store().id()).isEqualTo("arn:aws:s3:::" + bucket);
    assertThat(source.key()).isEqualTo(key);
    assertThat(source.version()).isEqualTo(version);
    assertThat(source.copyTarget()).isEqualTo("arn:aws:s3:::to/t");
    assertThat(source.bytes()).as("the answer's size is not the content's").isEqualTo(-1);
    var target = read.accesses().get(1);
    assertThat(target.operation()).isEqualTo(AccessOperation.WRITE);
    assertThat(target.store().id()).isEqualTo("arn:aws:s3:::to");
  }

  @Test
  void anAclSetWithAnObjectIsAlsoACall() {
    var put =
        Collected.of(
            event(
                "s3.amazonaws.com",
                "PutObject",
                USER,
                "\"requestParameters\":{\"bucketName\":\"b\",\"key\":\"k\",\"x-amz-acl\":\"public-read\"}"));
    assertThat(put.events).hasSize(2).hasExactlyElementsOfTypes(ObjectAccess.class, ApiCall.class);
    assertThat(put.result().events()).isEqualTo(1);
  }

  @Test
  void throughAnAccessPointTheBucketBehindItIsNamed() {
    var access =
        access(
            "GetObject",
            """
            "requestParameters":{"bucketName":"arn:aws:s3:eu-central-1:111122223333:accesspoint/ap","key":"k"},\
            "resources":[{"type":"AWS::S3::AccessPoint","ARN":"arn:aws:s3:eu-central-1:111122223333:accesspoint/ap"},\
            {"accountId":"111122223333","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::behind"}]""");
    assertThat(access.store().id()).isEqualTo("arn:aws:s3:::behind");
  }

  @Test
  void aRangeMakesAPartialRead() {
    assertThat(
            access(
                    "GetObject",
                    "\"requestParameters\":{\"bucketName\":\"b\",\"key\":\"k\",\"Range\":\"bytes=0-9\"}")
                .status())
        .isEqualTo(206);
  }

  @Test
  void parametersMayBeNullTextOrMissing() {
    for (var parameters : new String[] {"null", "\"***\"", "[1]", "{}"}) {
      var denied =
          Collected.of(
              event(
                  "s3.amazonaws.com",
                  "GetObject",
                  USER,
                  "\"errorCode\":\"AccessDenied\",\"requestParameters\":" + parameters));
      assertThat(denied.events).hasSize(1);
      var blind =
          Collected.of(
              event(
                  "s3.amazonaws.com",
                  "PutBucketPolicy",
                  USER,
                  "\"requestParameters\":" + parameters));
      assertThat(blind.events).hasSize(1);
    }
  }

  @Test
  void callsKeepRequestAnswerErrorsAndResources() {
    var read =
        Collected.of(
            event(
                "s3.amazonaws.com",
                "PutBucketPolicy",
                USER,
                """
                "requestParameters":{"bucketName":"b","bucketPolicy":{"Statement":[]}},\
                "responseElements":{"ok":true},"errorCode":"AccessDenied","resources":[{"ARN":"arn:aws:s3:::b"}]"""));
    var call = (ApiCall) read.events.get(0);
    assertThat(call.request())
        .isEqualTo("{\"bucketName\":\"b\",\"bucketPolicy\":{\"Statement\":[]}}");
    assertThat(call.response()).isEqualTo("{\"ok\":true}");
    assertThat(call.errorCode()).isEqualTo("AccessDenied");
    assertThat(call.resources()).containsExactly("arn:aws:s3:::b");
    assertThat(call.account()).isEqualTo("111122223333");
    assertThat(call.ref().id()).isEqualTo("e-1");
  }

  @Test
  void insightsAggregatesAndNetworkActivityAreKnown() {
    var read =
        Collected.of(
            """
            {"Records":[{"eventVersion":"1.07","eventTime":"2026-03-01T10:00:00Z","awsRegion":"eu-central-1",\
            "eventID":"i","eventType":"AwsCloudTrailInsight","recipientAccountId":"111122223333",\
            "insightDetails":{"state":"Start","eventSource":"ec2.amazonaws.com","eventName":"RunInstances"},\
            "eventCategory":"Insight"},\
            {"eventVersion":"1.0","accountId":"111122223333","eventId":"a","eventCategory":"Aggregated",\
            "eventType":"AwsAggregatedEvent","awsRegion":"eu-central-1","eventSource":"s3.amazonaws.com",\
            "timeWindow":{"windowStart":"2026-03-01T10:00:00Z","windowEnd":"2026-03-01T10:05:00Z"},"summary":{}},\
            """
                + event(
                    "s3.amazonaws.com", "GetObject", USER, "\"eventCategory\":\"NetworkActivity\"")
                + "]}");
    assertThat(read.reasons).isEmpty();
    assertThat(read.events).hasSize(3).allMatch(ApiCall.class::isInstance);
    assertThat(read.notes).anyMatch(note -> note.contains("aggregated"));
  }

  @Test
  void envelopesGiveTheSameEventAsTheFile() {
    var record = Samples.record(1, true, new Random(1));
    var plain = Collected.of("{\"Records\":[" + record + "]}").events;
    var escaped = record.replace("\\", "\\\\").replace("\"", "\\\"");
    for (var text :
        new String[] {
          "{\"version\":\"0\",\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":"
              + record
              + "}",
          "{\"messageType\":\"DATA_MESSAGE\",\"logEvents\":[{\"id\":\"1\",\"timestamp\":1,\"message\":\""
              + escaped
              + "\"}]}",
          "{\"Events\":[{\"EventId\":\"1\",\"EventName\":\"GetObject\",\"CloudTrailEvent\":\""
              + escaped
              + "\"}]}",
          "{\"eventMetadata\":{},\"eventData\":" + record + "}",
          "2026-03-01T10:00:00.000Z " + record + "\n"
        }) {
      var read = Collected.of(text);
      assertThat(read.result().format()).as(text).isEqualTo("cloudtrail");
      assertThat(read.events).as(text).isEqualTo(plain);
    }
  }

  @Test
  void aRecordOfAnotherKindInsideIsADeadLetter() {
    var read =
        Collected.of("{\"Records\":[" + Samples.record(1, true, new Random(1)) + ",{\"a\":1}]}");
    assertThat(read.events).hasSize(1);
    assertThat(read.reasons)
        .containsExactly("not a CloudTrail record [eventSource, eventName, eventTime]");
  }

  @Test
  void aConsoleLoginWithAMessageOnlyFailed() {
    var read =
        Collected.of(
            event(
                "signin.amazonaws.com",
                "ConsoleLogin",
                USER,
                "\"errorMessage\":\"Failed authentication\",\"responseElements\":{\"ConsoleLogin\":\"Failure\"}"));
    assertThat(((ApiCall) read.events.get(0)).succeeded()).isFalse();
  }
}
