package io.cofferdam.app.scan.planted;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Clients of the stand-in that is planted in.
record Clients(S3Client s3, KmsClient kms, Ec2Client ec2, IamClient iam) implements AutoCloseable {

  static Clients of(URI endpoint) {
    return new Clients(
        with(S3Client.builder().forcePathStyle(true), endpoint).build(),
        with(KmsClient.builder(), endpoint).build(),
        with(Ec2Client.builder(), endpoint).build(),
        with(IamClient.builder(), endpoint).build());
  }

  private static <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B with(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(PlantedAccount.REGION))
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  @Override
  public void close() {
    s3.close();
    kms.close();
    ec2.close();
    iam.close();
  }
}
