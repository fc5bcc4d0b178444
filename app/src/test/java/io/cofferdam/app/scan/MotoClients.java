package io.cofferdam.app.scan;

import io.cofferdam.app.cli.Ran;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;

/// Clients that seed a stand-in.
public final class MotoClients {
  private MotoClients() {}

  /// A builder whose client asks the stand-in.
  public static <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B with(
      B builder, URI endpoint, String region) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }

  /// A user with the policy that `permissions aws` prints.
  ///
  /// @return makes the program that user
  public static Runnable user(IamClient iam, Path folder, String name, String... options) {
    var words = new ArrayList<>(List.of("permissions", "aws"));
    words.addAll(List.of(options));
    var policy = Ran.program(folder, words.toArray(String[]::new)).out();
    iam.createUser(b -> b.userName(name));
    iam.putUserPolicy(b -> b.userName(name).policyName("p").policyDocument(policy));
    var key = iam.createAccessKey(b -> b.userName(name)).accessKey();
    return () -> {
      System.setProperty("aws.accessKeyId", key.accessKeyId());
      System.setProperty("aws.secretAccessKey", key.secretAccessKey());
    };
  }
}
