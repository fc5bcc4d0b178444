package io.cofferdam.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.scan.RoughProxy.Fault;
import io.cofferdam.testkit.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;

/// One run over an organisation of three accounts, of which one lets nobody in.
@Covers("P-01")
class OrganisationScanTest {
  private static final AwsCredentialsProvider FIRST =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  @TempDir static Path folder;

  private static MotoServer moto;
  private static String open;
  private static String closed;
  private static Ran ran;
  private static final TreeSet<String> ASSUMED = new TreeSet<>();

  @BeforeAll
  static void scan() throws Exception {
    moto = MotoServer.start(folder);
    try (var organisation =
        OrganizationsClient.builder()
            .endpointOverride(moto.endpoint())
            .region(Region.AWS_GLOBAL)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(FIRST)
            .build()) {
      organisation.createOrganization(b -> b.featureSet("ALL"));
      open = account(organisation, "shop-models");
      closed = account(organisation, "shop-elsewhere");
    }
    bucketIn(open);
    ScanRuns.credentials("test", "test");
    try (var proxy =
        new RoughProxy(
            moto.endpoint(),
            asked -> {
              if (!asked.text().contains("Action=AssumeRole")) {
                return Fault.NONE;
              }
              synchronized (ASSUMED) {
                ASSUMED.add(asked.text());
              }
              return asked.text().contains(closed) ? Fault.DENIED : Fault.NONE;
            })) {
      ran =
          ScanRuns.scan(
              folder,
              proxy.endpoint(),
              "--organisation-role",
              "cofferdam-scan",
              "--external-id",
              "shop-2026",
              "--snapshot-out",
              folder.resolve("s").toString());
    }
  }

  @AfterAll
  static void stop() {
    ScanRuns.noCredentials();
    if (moto != null) {
      moto.close();
    }
  }

  private static String account(OrganizationsClient organisation, String name) {
    return organisation
        .createAccount(b -> b.accountName(name).email(name + "@shop.example"))
        .createAccountStatus()
        .accountId();
  }

  private static void bucketIn(String account) {
    try (var sts =
        StsClient.builder()
            .endpointOverride(moto.endpoint())
            .region(Region.US_EAST_1)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(FIRST)
            .build()) {
      var session =
          sts.assumeRole(
                  b -> b.roleArn("arn:aws:iam::" + account + ":role/x").roleSessionName("seed"))
              .credentials();
      try (var s3 =
          S3Client.builder()
              .endpointOverride(moto.endpoint())
              .region(Region.of(SeededShop.REGION))
              .forcePathStyle(true)
              .httpClient(UrlConnectionHttpClient.create())
              .credentialsProvider(
                  StaticCredentialsProvider.create(
                      AwsSessionCredentials.create(
                          session.accessKeyId(),
                          session.secretAccessKey(),
                          session.sessionToken())))
              .build()) {
        s3.createBucket(
            b ->
                b.bucket("models-bucket")
                    .createBucketConfiguration(c -> c.locationConstraint(SeededShop.REGION)));
      }
    }
  }

  @Test
  void everyAccountThatLetsUsInIsJudged() {
    assertThat(ran.err()).isEmpty();
    var accounts = new TreeSet<String>();
    ScanRuns.json(ran)
        .path("outcomes")
        .forEach(each -> accounts.add(each.path("account").asText()));
    assertThat(accounts).containsExactlyInAnyOrder(MotoServer.ACCOUNT, open);
    assertThat(ScanRuns.outcomes(ran))
        .containsKey("aws.s3.bpa-bucket arn:aws:s3:::models-bucket " + SeededShop.REGION);
  }

  @Test
  void anAccountThatDoesNotIsNamedAsNotJudged() {
    var unasked = ScanRuns.json(ran).at("/scan/unasked");
    assertThat(unasked).hasSize(1);
    assertThat(unasked.at("/0/account").asText()).isEqualTo(closed);
    assertThat(unasked.at("/0/why").asText())
        .contains("the role cofferdam-scan could not be assumed");
    assertThat(ran.code()).isIn(1, 3);
  }

  @Test
  void theSessionIsNamedAndTheExternalIdGiven() {
    assertThat(ASSUMED)
        .hasSize(2)
        .allMatch(text -> text.contains("RoleSessionName=cofferdam-scan"))
        .allMatch(text -> text.contains("ExternalId=shop-2026"));
  }

  @Test
  void theSnapshotHoldsAllAccountsAndWhatIsMissing() throws Exception {
    var stored =
        Ran.program(
            folder,
            "--quiet",
            "scan",
            "snapshot",
            folder.resolve("s").toString(),
            "--format",
            "json");
    assertThat(ScanRuns.outcomes(stored)).isEqualTo(ScanRuns.outcomes(ran));
    assertThat(ScanRuns.json(stored).at("/scan/unasked"))
        .isEqualTo(ScanRuns.json(ran).at("/scan/unasked"));
    var journal = new ArrayList<>(Files.readAllLines(folder.resolve("s/calls.jsonl")));
    assertThat(journal).anyMatch(line -> line.contains("\"account\":\"" + open + "\""));
  }
}
