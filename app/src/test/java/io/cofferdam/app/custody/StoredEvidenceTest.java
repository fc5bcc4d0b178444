package io.cofferdam.app.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.scan.MotoClients;
import io.cofferdam.app.scan.MotoServer;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// From logs in a bucket of a stand-in to a copy that nobody can delete: fetched, taken, handed
/// over, received, stored, verified.
@Covers({"R-04", "R-10"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoredEvidenceTest {
  private static final String REGION = "eu-central-1";
  private static final String UNTIL = "2027-03-20T00:00:00Z";
  private static final String LOGS = "AWSLogs/111122223333/CloudTrail/eu-central-1/2026/03/18/";

  @TempDir static Path folder;

  private static MotoServer moto;
  private static S3Client s3;
  private static CustodyDesk desk;
  private static Path copy;

  @BeforeAll
  static void handedToTomas() throws Exception {
    moto = MotoServer.start(folder);
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    s3 = with(S3Client.builder().forcePathStyle(true)).build();
    bucket("shop-trail-logs", false);
    bucket("shop-evidence", true);
    bucket("shop-unlocked", false);
    for (int i = 0; i < 12; i++) {
      var key =
          LOGS
              + "111122223333_CloudTrail_eu-central-1_20260318T10"
              + (10 + i)
              + "Z_abcdefgh.json.gz";
      var text = "{\"Records\":[{\"number\":" + i + "}]}";
      s3.putObject(b -> b.bucket("shop-trail-logs").key(key), RequestBody.fromString(text));
    }
    try (var trails = with(CloudTrailClient.builder()).build()) {
      trails.createTrail(b -> b.name("shop").s3BucketName("shop-trail-logs"));
    }
    var fetched = folder.resolve("fetched");
    var fetch =
        Ran.program(
            folder,
            "--quiet",
            "fetch",
            "aws",
            "--endpoint-url",
            moto.endpoint().toString(),
            "--region",
            REGION,
            "--since",
            "2026-03-17",
            "--until",
            "2026-03-19",
            "--out",
            fetched.toString());
    assertThat(fetch.out()).as(fetch.err()).contains("12 files");
    desk = new CustodyDesk(folder, Ran.NOW);
    done(desk.capture("mara", fetched));
    copy = folder.resolve("copy");
    try (var files = Files.walk(fetched)) {
      for (var file : files.toList()) {
        Files.copy(file, copy.resolve(fetched.relativize(file).toString()));
      }
    }
    done(desk.hand("mara", "tomas"));
    done(desk.receive("tomas", copy));
  }

  @AfterAll
  static void stop() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    if (moto != null) {
      s3.close();
      moto.close();
    }
  }

  private static <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B with(B builder) {
    return MotoClients.with(builder, moto.endpoint(), REGION);
  }

  private static void bucket(String name, boolean locks) {
    s3.createBucket(
        b ->
            b.bucket(name)
                .objectLockEnabledForBucket(locks)
                .createBucketConfiguration(c -> c.locationConstraint(REGION)));
  }

  private static void done(Ran ran) {
    assertThat(ran.code()).as(ran.err() + ran.out()).isZero();
  }

  private static Ran store(String person, String... more) {
    var words =
        new ArrayList<>(List.of("case", "custody", "store", desk.id(), "E1", copy.toString()));
    words.addAll(List.of("--endpoint-url", moto.endpoint().toString()));
    words.addAll(List.of(more));
    return desk.signed(person, words.toArray(String[]::new));
  }

  private static Ran store() {
    return into("tomas", "shop-evidence", UNTIL, REGION);
  }

  private static Ran into(String person, String bucket, String until, String allowed) {
    return store(person, "--bucket", bucket, "--retain-until", until, "--allowed-region", allowed);
  }

  private static int versions() {
    return s3.listObjectVersions(b -> b.bucket("shop-evidence")).versions().size();
  }

  private static void refused(Ran ran, String... words) {
    assertThat(ran.code()).as(ran.out()).isIn(2, 3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(words);
    assertThat(desk.show().out()).doesNotContain("s3://shop-unlocked");
  }

  @Test
  @Order(1)
  void whatMayNotBeIsRefusedBeforeAnythingIsPut() throws IOException {
    refused(
        store("tomas", "--bucket", "shop-evidence", "--retain-until", UNTIL),
        "nothing says in which regions",
        "CFD-APP-0247");
    refused(
        into("tomas", "shop-evidence", UNTIL, "eu-west-1"),
        "lies in `eu-central-1` [eu-west-1]",
        "CFD-APP-0249");
    var map =
        Files.writeString(
            folder.resolve("map.yaml"), "version: 1\nexpected:\n  regions: [eu-west-1]\n");
    refused(
        store(
            "tomas",
            "--bucket",
            "shop-evidence",
            "--retain-until",
            UNTIL,
            "--data-map",
            map.toString(),
            "--allowed-region",
            REGION),
        "no region is allowed by both");
    refused(into("tomas", "shop-evidence", "2026-03-20", REGION), "CFD-APP-0246");
    refused(into("tomas", "shop-unlocked", UNTIL, REGION), "has no Object Lock", "CFD-APP-0250");
    refused(into("tomas", "no-such", UNTIL, REGION), "CFD-APP-0248");
    refused(into("mara", "shop-evidence", UNTIL, REGION), "does not hold `E1` [tomas]");
    assertThat(versions()).isZero();
  }

  @Test
  @Order(2)
  void eachFileIsHeldWithItsHashUntilTheDay() throws Exception {
    var first = s3.listObjectsV2(b -> b.bucket("shop-trail-logs")).contents().getFirst();
    assertThat(first.size()).isPositive();
    done(store());
    assertThat(versions()).isEqualTo(15);
    for (var each : s3.listObjectVersions(b -> b.bucket("shop-evidence")).versions()) {
      var head =
          s3.headObject(b -> b.bucket("shop-evidence").key(each.key()).versionId(each.versionId()));
      assertThat(head.objectLockModeAsString()).isEqualTo("COMPLIANCE");
      assertThat(head.objectLockRetainUntilDate()).isEqualTo(UNTIL);
      assertThatThrownBy(
              () ->
                  s3.deleteObject(
                      b -> b.bucket("shop-evidence").key(each.key()).versionId(each.versionId())))
          .isInstanceOf(S3Exception.class);
    }
    var list = "cofferdam/" + desk.id() + "/E1/versions.jsonl";
    var lines =
        s3.getObjectAsBytes(b -> b.bucket("shop-evidence").key(list)).asUtf8String().lines();
    for (var line : lines.toList()) {
      var told = new ObjectMapper().readTree(line);
      var held =
          s3.getObjectAsBytes(
                  b ->
                      b.bucket("shop-evidence")
                          .key(told.path("key").asText())
                          .versionId(told.path("version").asText()))
              .asByteArray();
      assertThat(MadeFetch.sha256(held)).isEqualTo(told.path("sha256").asText());
      assertThat(held).isEqualTo(Files.readAllBytes(copy.resolve(told.path("path").asText())));
    }
    assertThat(desk.show().out())
        .contains("stored a copy of E1 in s3://shop-evidence/cofferdam/" + desk.id() + "/E1/")
        .contains("nobody can delete before 2027-03-20T00:00:00Z");
    var verified = desk.ran("tomas", "case", "verify");
    done(verified);
    assertThat(verified.out()).contains("4 signed steps of custody");
  }

  @Test
  @Order(3)
  void whatIsHeldIsNotPutAgain() {
    done(store());
    assertThat(versions()).isEqualTo(15);
  }

  /// Somebody who may put can put over it, or with less of a lock; what was held stays, and the
  /// same is put again.
  @Test
  @Order(4)
  void whatWasPutOverIsPutAgainAndNothingIsLost() {
    var keys = s3.listObjectsV2(b -> b.bucket("shop-evidence")).contents();
    var other = keys.get(2).key();
    var bytes = held(other);
    bytes[0] ^= 1;
    s3.putObject(b -> b.bucket("shop-evidence").key(other), RequestBody.fromBytes(bytes));
    var weak = keys.get(3).key();
    s3.putObject(
        b ->
            b.bucket("shop-evidence")
                .key(weak)
                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                .objectLockMode(ObjectLockMode.GOVERNANCE)
                .objectLockRetainUntilDate(Instant.parse(UNTIL)),
        RequestBody.fromBytes(held(weak)));
    done(store());
    // Two put over, two put again, and a new list of versions.
    assertThat(versions()).isEqualTo(20);
  }

  private static byte[] held(String key) {
    return s3.getObjectAsBytes(b -> b.bucket("shop-evidence").key(key)).asByteArray();
  }

  /// Comes last: from then on the stand-in checks who asks.
  @Test
  @Order(Integer.MAX_VALUE)
  void thePrintedPolicyIsEnoughAndLessIsToldSo() throws Exception {
    try (var iam = MotoClients.with(IamClient.builder(), moto.endpoint(), "aws-global").build()) {
      var enough = user(iam, "enough", "shop-evidence");
      var other = user(iam, "other", "shop-other");
      moto.enforce();
      enough.run();
      done(into("tomas", "shop-evidence", "2027-04-20", REGION));
      other.run();
      refused(store(), "s3:GetBucketLocation", "CFD-APP-0248");
    }
  }

  private static Runnable user(IamClient iam, String name, String bucket) {
    return MotoClients.user(iam, folder, name, "--role", "evidence", "--evidence-bucket", bucket);
  }

  @Test
  void thePrintedPolicyDeletesNothing() {
    var policy = Ran.program(folder, "permissions", "aws", "--role", "evidence").out();
    assertThat(policy).contains("s3:PutObjectRetention").doesNotContain("Delete", "Bypass", "s3:*");
  }
}
