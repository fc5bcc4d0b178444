package io.cofferdam.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.aws.AwsClients;
import io.cofferdam.aws.AwsReader;
import io.cofferdam.posture.snapshot.CallRecord;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/// The printed policy, held by a user of a stand-in that checks identity policies: enough for all
/// that is asked, and each action of it needed.
@Covers("P-01")
class EnforcedPermissionsTest {
  /// The stand-in checks other actions for these calls: for those of S3 [#STAND_IN_ONLY] (its
  /// `ACTION_MAP`), for API Gateway the operation's name and for CloudWatch the prefix of its
  /// address (`monitoring:`). AWS's pages name the action of the plan. So nothing is shown here of
  /// them.
  private static final Set<String> CHECKED_OTHERWISE =
      Set.of(
          "apigateway:GET",
          "cloudwatch:DescribeAlarms",
          "cloudwatch:ListMetrics",
          "s3:GetAccountPublicAccessBlock",
          "s3:GetBucketObjectLockConfiguration",
          "s3:GetBucketOwnershipControls",
          "s3:GetBucketPolicyStatus",
          "s3:GetBucketPublicAccessBlock",
          "s3:GetEncryptionConfiguration",
          "s3:GetInventoryConfiguration",
          "s3:GetReplicationConfiguration");

  /// What the stand-in checks for calls that it has no action for.
  private static final List<String> STAND_IN_ONLY =
      List.of("s3:ListBucket", "s3:GetPublicAccessBlock");

  @TempDir static Path folder;

  private static MotoServer moto;
  private static Map<String, CallRecord> calls;
  private static final Map<String, Map.Entry<String, String>> KEYS = new LinkedHashMap<>();

  @BeforeAll
  static void users() throws Exception {
    moto = MotoServer.start(folder);
    SeededShop.in(moto.endpoint());
    ScanRuns.credentials("test", "test");
    ScanRuns.scan(folder, moto.endpoint(), "--snapshot-out", folder.resolve("open").toString());
    calls = new TreeMap<>();
    for (var call : StoredSnapshot.open(folder.resolve("open")).calls()) {
      if (call.outcome().conclusive()) {
        calls.putIfAbsent(call.permission(), call);
      }
    }
    var policy = Ran.program(folder, "permissions", "aws").out();
    try (var iam = iam()) {
      user(iam, "all", without(policy, ""));
      for (var permission : calls.keySet()) {
        user(iam, permission, without(policy, permission));
      }
    }
    moto.enforce();
  }

  @AfterAll
  static void stop() {
    ScanRuns.noCredentials();
    if (moto != null) {
      moto.close();
    }
  }

  private static IamClient iam() {
    return IamClient.builder()
        .endpointOverride(moto.endpoint())
        .region(Region.AWS_GLOBAL)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }

  private static void user(IamClient iam, String permission, String policy) {
    var name = permission.replace(':', '-');
    iam.createUser(b -> b.userName(name));
    iam.putUserPolicy(b -> b.userName(name).policyName("p").policyDocument(policy));
    var key = iam.createAccessKey(b -> b.userName(name)).accessKey();
    KEYS.put(permission, Map.entry(key.accessKeyId(), key.secretAccessKey()));
  }

  private static String without(String policy, String permission) throws Exception {
    var document = new ObjectMapper().readTree(policy);
    var actions = (ArrayNode) document.at("/Statement/0/Action");
    for (var i = actions.size() - 1; i >= 0; i--) {
      if (actions.get(i).asText().equals(permission)) {
        actions.remove(i);
      }
    }
    STAND_IN_ONLY.forEach(actions::add);
    return document.toString();
  }

  private static void as(String permission) {
    var key = KEYS.get(permission);
    ScanRuns.credentials(key.getKey(), key.getValue());
  }

  @Test
  void thePolicyIsEnoughForAllThatIsAsked() {
    as("all");
    var snapshot = folder.resolve("as-printed");
    ScanRuns.scan(folder, moto.endpoint(), "--snapshot-out", snapshot.toString());
    var denied = new TreeSet<String>();
    for (var call : StoredSnapshot.open(snapshot).calls()) {
      if (call.outcome() == CallOutcome.DENIED) {
        denied.add(call.permission() + " by " + call.request().operation());
      }
    }
    denied.removeIf(each -> CHECKED_OTHERWISE.contains(each.substring(0, each.indexOf(' '))));
    assertThat(denied).isEmpty();
  }

  @Test
  void eachActionOfThePolicyIsNeeded() {
    var answered = new ArrayList<String>();
    calls.forEach(
        (permission, call) -> {
          as(permission);
          try (var clients = new AwsClients(Optional.of(moto.endpoint()), Duration.ofSeconds(20))) {
            clients.useProfile(call.request().account(), Optional.empty());
            var answer = new AwsReader(clients).call(call.request());
            if (answer.outcome() != CallOutcome.DENIED && !CHECKED_OTHERWISE.contains(permission)) {
              answered.add(permission + ": " + answer.outcome() + " " + answer.errorCode());
            }
          }
        });
    assertThat(answered).isEmpty();
    assertThat(calls.size()).isGreaterThan(60);
  }
}
