package io.cofferdam.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.scan.MotoClients;
import io.cofferdam.app.scan.MotoServer;
import io.cofferdam.testkit.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.LifecycleRule;

/// A generated leak whose logs lie in the buckets of a stand-in as AWS lays them out: fetched,
/// investigated, scored.
@Covers("P-01")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FetchTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FLOW =
      "2 111122223333 eni-0abc 192.0.2.7 10.0.0.4 443 51000 6 10 840 1773050000 1773050060 ACCEPT"
          + " OK";

  @TempDir static Path folder;

  private static final Pattern DAY = Pattern.compile("/(\\d{4})/(\\d{1,2})/(\\d{1,2})/");

  private static MotoServer moto;
  private static String since;
  private static String until;
  private static String region;
  private static Ran fetched;

  @BeforeAll
  static void seed() throws Exception {
    var drill = folder.resolve("drill");
    Ran.program(
        folder,
        "drill",
        "generate",
        "public-training-bucket",
        "--seed",
        "7",
        "--events",
        "3000",
        "--out",
        drill.toString());
    var trail = only(drill.resolve("logs/AWSLogs"));
    var account = trail.getFileName().toString();
    region = only(trail.resolve("CloudTrail")).getFileName().toString();
    moto = MotoServer.start(folder, account);
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    try (var s3 = with(S3Client.builder().forcePathStyle(true)).build();
        var trails = with(CloudTrailClient.builder()).build();
        var config = with(ConfigClient.builder()).build();
        var logs = with(CloudWatchLogsClient.builder()).build()) {
      bucket(s3, "shop-trail-logs");
      upload(s3, drill.resolve("logs/AWSLogs"), "shop-trail-logs", "AWSLogs/");
      trails.createTrail(b -> b.name("shop").s3BucketName("shop-trail-logs"));
      config.putConfigurationRecorder(
          b ->
              b.configurationRecorder(
                  r -> r.name("default").roleARN("arn:aws:iam::" + account + ":role/config")));
      config.putDeliveryChannel(
          b -> b.deliveryChannel(c -> c.name("default").s3BucketName("shop-trail-logs")));
      bucket(s3, "shop-access-logs");
      s3.putBucketPolicy(b -> b.bucket("shop-access-logs").policy(LOG_DELIVERY));
      upload(s3, drill.resolve("logs/s3-access"), "shop-access-logs", "");
      var old =
          LifecycleRule.builder()
              .id("old")
              .status("Enabled")
              .filter(f -> f.prefix(""))
              .expiration(e -> e.days(400))
              .build();
      s3.putBucketLifecycleConfiguration(
          b -> b.bucket("shop-access-logs").lifecycleConfiguration(c -> c.rules(old)));
      for (var store : names(drill.resolve("logs/s3-access"))) {
        bucket(s3, store);
        s3.putBucketLogging(
            b ->
                b.bucket(store)
                    .bucketLoggingStatus(
                        l ->
                            l.loggingEnabled(
                                e ->
                                    e.targetBucket("shop-access-logs").targetPrefix(store + "/"))));
      }
      bucket(s3, "shop-inventory");
      upload(s3, drill.resolve("logs/s3-inventory"), "shop-inventory", "s3-inventory/");
      for (var store : names(drill.resolve("logs/s3-inventory"))) {
        s3.putBucketInventoryConfiguration(
            b ->
                b.bucket(store)
                    .id("daily")
                    .inventoryConfiguration(
                        i ->
                            i.id("daily")
                                .isEnabled(true)
                                .includedObjectVersions("Current")
                                .schedule(t -> t.frequency("Daily"))
                                .destination(
                                    d ->
                                        d.s3BucketDestination(
                                            t ->
                                                t.bucket("arn:aws:s3:::shop-inventory")
                                                    .prefix("s3-inventory")
                                                    .format("CSV")))));
      }
      logs.createLogGroup(b -> b.logGroupName("/shop/flow"));
      logs.putRetentionPolicy(b -> b.logGroupName("/shop/flow").retentionInDays(30));
      logs.createLogStream(b -> b.logGroupName("/shop/flow").logStreamName("eni"));
      logs.putLogEvents(
          b ->
              b.logGroupName("/shop/flow")
                  .logStreamName("eni")
                  .logEvents(
                      InputLogEvent.builder()
                          .message(FLOW)
                          .timestamp(System.currentTimeMillis())
                          .build()));
    }
    days(trail);
    fetched = fetch("copies", "--since", since, "--until", until);
  }

  /// The days that the logs are of.
  private static void days(Path trail) throws Exception {
    var days = new TreeSet<LocalDate>();
    try (var files = Files.walk(trail)) {
      files
          .map(each -> DAY.matcher(each.toString()))
          .filter(Matcher::find)
          .forEach(
              day ->
                  days.add(
                      LocalDate.of(
                          Integer.parseInt(day.group(1)),
                          Integer.parseInt(day.group(2)),
                          Integer.parseInt(day.group(3)))));
    }
    since = days.first().toString();
    until = days.last().plusDays(1).toString();
  }

  private static final String LOG_DELIVERY =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
      "Principal":{"Service":"logging.s3.amazonaws.com"},"Action":"s3:PutObject",
      "Resource":"arn:aws:s3:::shop-access-logs/*"}]}\
      """;

  @AfterAll
  static void stop() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    if (moto != null) {
      moto.close();
    }
  }

  private static Ran fetch(String out, String... more) {
    var all =
        new ArrayList<>(
            List.of("--quiet", "fetch", "aws", "--endpoint-url", moto.endpoint().toString()));
    all.addAll(List.of("--region", region));
    all.addAll(List.of("--out", folder.resolve(out).toString()));
    all.addAll(List.of(more));
    return Ran.program(folder, all.toArray(String[]::new));
  }

  private static <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B with(B builder) {
    return MotoClients.with(builder, moto.endpoint(), region);
  }

  private static void bucket(S3Client s3, String name) {
    s3.createBucket(
        b -> b.bucket(name).createBucketConfiguration(c -> c.locationConstraint(region)));
  }

  private static void upload(S3Client s3, Path from, String bucket, String prefix)
      throws Exception {
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var key = prefix + from.relativize(file).toString().replace('\\', '/');
        s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromFile(file));
      }
    }
  }

  private static Path only(Path folder) throws Exception {
    try (var inside = Files.list(folder)) {
      return inside.findFirst().orElseThrow();
    }
  }

  private static Set<String> names(Path folder) throws Exception {
    try (var inside = Files.list(folder)) {
      var names = new TreeSet<String>();
      inside.forEach(each -> names.add(each.getFileName().toString()));
      return names;
    }
  }

  /// The SHA-256 of every file below a folder, by how often.
  private static Map<String, Integer> hashes(Path from) throws Exception {
    var hashes = new TreeMap<String, Integer>();
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        hashes.merge(HexFormat.of().formatHex(digest), 1, Integer::sum);
      }
    }
    return hashes;
  }

  @Test
  void everyFileOfTheLogsIsCopiedByteForByte() throws Exception {
    var wanted = new TreeMap<String, Integer>();
    for (var each : List.of("AWSLogs", "s3-access", "s3-inventory")) {
      hashes(folder.resolve("drill/logs").resolve(each))
          .forEach((h, n) -> wanted.merge(h, n, Integer::sum));
    }
    var copies = hashes(folder.resolve("copies/logs"));
    assertThat(copies.keySet()).as(fetched.out()).containsAll(wanted.keySet());
  }

  @Test
  void theJournalNamesEachFileWithItsHash() throws Exception {
    for (var line : Files.readAllLines(folder.resolve("copies/fetched.jsonl"))) {
      var entry = JSON.readTree(line);
      if (entry.path("path").asText("").isEmpty()) {
        continue;
      }
      var file = folder.resolve("copies").resolve(entry.path("path").asText());
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      assertThat(entry.path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
    }
    var manifest = JSON.readTree(folder.resolve("copies/fetch.json").toFile());
    assertThat(manifest.path("files").asLong()).isGreaterThan(10);
  }

  @Test
  void aSecondRunCopiesNothingAgain() {
    var again = fetch("copies", "--since", since, "--until", until);
    assertThat(again.out()).contains("0 files (0 bytes)", "were there from an earlier run");
  }

  @Test
  void linesOfALogGroupAreWrittenByDay() throws Exception {
    var now = LocalDate.now(ZoneOffset.UTC);
    var ran =
        fetch(
            "group",
            "--log-group",
            "/shop/flow",
            "--since",
            now.minusDays(1).toString(),
            "--until",
            now.plusDays(1).toString());
    assertThat(ran.err()).isEmpty();
    try (var files = Files.walk(folder.resolve("group/logs"))) {
      var group = files.filter(each -> each.endsWith("events.log")).toList();
      assertThat(group).hasSize(1);
      assertThat(Files.readString(group.getFirst())).isEqualTo(FLOW + "\n");
    }
  }

  @Test
  void investigatingTheCopiesGivesWhatTheLogsThemselvesGive() throws Exception {
    var original = investigated("drill/logs", "whole");
    var copies = investigated("copies", "fetched");
    for (var part : List.of("objects", "subjects")) {
      assertThat(copies.path(part)).as(part).isEqualTo(original.path(part));
    }
    var score =
        Ran.program(
            folder,
            "drill",
            "score",
            folder.resolve("drill/truth.json").toString(),
            folder.resolve("fetched/report.json").toString());
    assertThat(score.code()).as(score.out()).isZero();
  }

  private static JsonNode investigated(String logs, String out) throws Exception {
    var drill = folder.resolve("drill");
    var ran =
        Ran.program(
            folder,
            "--quiet",
            "investigate",
            folder.resolve(logs).toString(),
            "--data-map",
            drill.resolve("data-map.yaml").toString(),
            "--digest-keys",
            drill.resolve("digest-keys").toString(),
            "--out",
            folder.resolve(out).toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    return JSON.readTree(folder.resolve(out).resolve("report.json").toFile());
  }

  @Test
  void wrongCredentialsAreTold() {
    System.setProperty("aws.accessKeyId", "");
    try {
      var ran = fetch("nothing", "--since", since, "--until", until);
      assertThat(ran.code()).isEqualTo(3);
      assertThat(ran.err()).contains("CFD-AWS-0001");
    } finally {
      System.setProperty("aws.accessKeyId", "test");
    }
  }

  /// Comes last: from then on the stand-in checks who asks.
  @Test
  @Order(Integer.MAX_VALUE)
  void thePrintedPolicyIsEnoughAndABucketThatIsNotInItIsToldAsDenied() throws Exception {
    try (var iam = MotoClients.with(IamClient.builder(), moto.endpoint(), "aws-global").build()) {
      var all = MotoClients.user(iam, folder, "all", "--role", "logs");
      var some =
          MotoClients.user(
              iam, folder, "some", "--role", "logs", "--log-bucket", "shop-trail-logs");
      var few = LocalDate.parse(until).minusDays(4).toString();
      fetch("few", "--since", few, "--until", until);
      var wanted = hashes(folder.resolve("few/logs"));
      assertThat(wanted).hasSizeGreaterThan(50);
      moto.enforce();
      all.run();
      var whole = fetch("enforced", "--since", few, "--until", until);
      assertThat(whole.code()).as(whole.err() + whole.out()).isEqualTo(fetched.code());
      assertThat(whole.out()).doesNotContain("denied");
      assertThat(hashes(folder.resolve("enforced/logs")))
          .as(whole.out())
          .containsAllEntriesOf(wanted);
      some.run();
      var part = fetch("denied", "--since", few, "--until", until);
      assertThat(part.code()).isEqualTo(3);
      assertThat(part.out()).containsPattern("s3-access of \\d+ from shop-access-logs.*: denied");
      assertThat(firstExpiryOfWhatWasDenied())
          .isEqualTo(LocalDate.parse(few).plusDays(400).toString());
      var trails = hashes(folder.resolve("drill/logs/AWSLogs")).keySet();
      assertThat(hashes(folder.resolve("denied/logs")).keySet())
          .containsAll(wanted.keySet().stream().filter(trails::contains).toList());
    } finally {
      System.setProperty("aws.accessKeyId", "test");
      System.setProperty("aws.secretAccessKey", "test");
    }
  }

  /// As the manifest tells it of the access logs.
  private static String firstExpiryOfWhatWasDenied() throws Exception {
    var first = "";
    for (var each : JSON.readTree(folder.resolve("denied/fetch.json").toFile()).path("problems")) {
      var expires = each.path("expires").asText("");
      if (each.path("what").asText().startsWith("s3-access")
          && !expires.isEmpty()
          && (first.isEmpty() || expires.compareTo(first) < 0)) {
        first = expires;
      }
    }
    return first;
  }
}
