package io.cofferdam.app.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.app.cli.Ran;
import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.testkit.Covers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;

/// Secrets are planted where people put them; none of them is in any file or output of a scan.
@Covers("P-01")
class NoSecretKeptTest {
  // Invented; put together here so that no scanner of sources takes them for real.
  private static final String PASSWORD = "Tulpe" + "9-Zwiebel-Kahn";
  private static final String TOKEN = "ghp" + "_" + "Ab3Cd4Ef5Gh6Ij7Kl8Mn9Op0Qr1St2Uv3Wx4";
  private static final String ADDRESS = "postgres://shop:" + PASSWORD + "@db.shop.example/orders";

  @TempDir static Path folder;

  private static MotoServer moto;
  private static Ran ran;

  @BeforeAll
  static void scan() throws Exception {
    moto = MotoServer.start(folder);
    try (var s3 = with(S3Client.builder().forcePathStyle(true)).build();
        var ecs = with(EcsClient.builder()).build();
        var sagemaker = with(SageMakerClient.builder()).build()) {
      s3.createBucket(
          b ->
              b.bucket("shop-tagged")
                  .createBucketConfiguration(c -> c.locationConstraint(SeededShop.REGION)));
      s3.putBucketTagging(
          b ->
              b.bucket("shop-tagged")
                  .tagging(
                      t ->
                          t.tagSet(
                              Tag.builder().key("note").value(TOKEN).build(),
                              Tag.builder().key("db-password").value(PASSWORD).build())));
      ecs.createCluster(b -> b.clusterName("shop"));
      ecs.registerTaskDefinition(
          b ->
              b.family("serve")
                  .containerDefinitions(
                      ContainerDefinition.builder()
                          .name("llm")
                          .image("vllm/vllm-openai")
                          .memory(128)
                          .environment(value("DB_URL", ADDRESS), value("DB_PASSWORD", PASSWORD))
                          .command("--api-key", TOKEN)
                          .build()));
      ecs.createService(
          b -> b.cluster("shop").serviceName("serve").taskDefinition("serve").desiredCount(0));
      sagemaker.createModel(
          b ->
              b.modelName("m")
                  .executionRoleArn("arn:aws:iam::111122223333:role/m")
                  .primaryContainer(
                      c ->
                          c.image("111122223333.dkr.ecr.eu-central-1.amazonaws.com/m:1")
                              .environment(Map.of("HF_TOKEN", PASSWORD))));
    }
    ScanRuns.credentials("test", "test");
    ran =
        ScanRuns.scan(
            folder, moto.endpoint(), "--snapshot-out", folder.resolve("s").toString(), "--seal");
  }

  @AfterAll
  static void stop() {
    ScanRuns.noCredentials();
    if (moto != null) {
      moto.close();
    }
  }

  private static KeyValuePair value(String name, String value) {
    return KeyValuePair.builder().name(name).value(value).build();
  }

  private static <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B with(B builder) {
    return builder
        .endpointOverride(moto.endpoint())
        .region(Region.of(SeededShop.REGION))
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  @Test
  void noPlantedSecretIsInAnyFileOrOutput() throws Exception {
    assertThat(ran.code()).as(ran.err()).isIn(0, 1, 3);
    var all = new StringBuilder(ran.out()).append(ran.err());
    try (var files = Files.walk(folder.resolve("s"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    for (var secret : List.of(PASSWORD, TOKEN)) {
      assertThat(all)
          .doesNotContain(secret)
          .doesNotContain(
              Base64.getEncoder()
                  .withoutPadding()
                  .encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(all).contains("shop-tagged", "(not kept: GitHub token)");
  }

  @Test
  void whereAValueWasItsNameAndKindAreKept() throws Exception {
    var all = new StringBuilder();
    try (var files = Files.walk(folder.resolve("s/objects"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file));
      }
    }
    assertThat(all).contains("HF_TOKEN", "(not kept: named as a secret)");
  }

  @Test
  void aSnapshotWithAnAnswerThatWasChangedIsNotSealed() throws Exception {
    var copy = Files.createDirectories(folder.resolve("copy"));
    try (var files = Files.walk(folder.resolve("s"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var to = copy.resolve(folder.resolve("s").relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    var keys = KeyFiles.openOrCreate(folder.resolve("seal.pem"), new SecureRandom());
    try (var files = Files.walk(copy.resolve("objects"))) {
      Files.writeString(files.filter(Files::isRegularFile).findFirst().orElseThrow(), "{}");
    }
    assertThatThrownBy(() -> SnapshotSeal.seal(copy, keys, Clock.systemUTC()))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("was changed after it was taken");
    assertThat(folder.resolve("copy.pack")).doesNotExist();
  }

  @Test
  void theSnapshotIsSealedAndVerifies() {
    var words = ran.err().strip().split(" ", -1);
    assertThat(ran.err()).startsWith("sealed: ./cofferdam verify");
    var verified = Ran.program(folder, "verify", words[3], "--key", words[5]);
    assertThat(verified.code()).as(verified.out()).isZero();
  }
}
