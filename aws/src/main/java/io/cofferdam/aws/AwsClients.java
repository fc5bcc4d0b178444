package io.cofferdam.aws;

import io.cofferdam.model.CofferdamBug;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3control.S3ControlClientBuilder;

/// One client for each service, account and region, made when first asked; they share connections.
/// Retries slow down by themselves when a service throttles, and end after a few attempts.
public final class AwsClients implements AutoCloseable {
  private static final String HOME = "us-east-1";

  /// Services that answer for all regions elsewhere: S3 Control for Multi-Region Access Points
  /// (Amazon S3 User Guide, "Multi-Region Access Point restrictions and limitations"). The
  /// account's public access block it tells in every region.
  private static final Map<String, String> HOMES = Map.of("s3control", "us-west-2");

  private static final int ATTEMPTS = 5;
  private static final int ATTEMPTS_OF_STAND_IN = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder()
          .connectionTimeout(Duration.ofSeconds(10))
          .socketTimeout(PATIENCE)
          .build();
  private final Map<String, SdkClient> clients = new ConcurrentHashMap<>();
  private final Map<String, AwsCredentialsProvider> credentials = new ConcurrentHashMap<>();
  private final Optional<URI> endpoint;

  /// Clients of AWS, or of a stand-in.
  ///
  /// @param endpoint an address that is asked instead of AWS, for stand-ins
  public AwsClients(Optional<URI> endpoint) {
    this.endpoint = endpoint;
  }

  /// Names whose credentials an account is asked with: those of a profile, or what the vendor's
  /// usual search finds. The account is [AwsAccounts#UNKNOWN] for the first questions.
  public void useProfile(String account, Optional<String> profile) {
    use(
        account,
        profile.isPresent()
            ? ProfileCredentialsProvider.create(profile.get())
            : DefaultCredentialsProvider.builder().build());
  }

  void use(String account, AwsCredentialsProvider provider) {
    credentials.put(account, provider);
  }

  /// The client of a service.
  ///
  /// @param region empty for a service that is asked once for all regions
  public SdkClient client(String service, String account, String region) {
    var where = region.isEmpty() ? HOMES.getOrDefault(service, HOME) : region;
    return clients.computeIfAbsent(
        service + " " + account + " " + where, _ -> build(service, account, where));
  }

  private SdkClient build(String service, String account, String region) {
    AwsClientBuilder<?, ?> builder =
        AwsServices.builder(service)
            .orElseThrow(() -> new CofferdamBug("no client for the service " + service));
    var provider = credentials.get(account);
    if (provider == null) {
      throw new CofferdamBug("no credentials were named for account " + account);
    }
    builder.region(Region.of(region)).credentialsProvider(provider);
    ((SdkSyncClientBuilder<?, ?>) builder).httpClient(http);
    var override =
        ClientOverrideConfiguration.builder()
            .retryStrategy(
                AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                    .maxAttempts(endpoint.isPresent() ? ATTEMPTS_OF_STAND_IN : ATTEMPTS)
                    .build())
            .apiCallTimeout(PATIENCE.multipliedBy(2))
            .addExecutionInterceptor(new Attempts());
    endpoint.ifPresent(
        uri -> {
          builder.endpointOverride(
              builder instanceof S3ControlClientBuilder ? EndpointHost.named(uri) : uri);
          override.addExecutionInterceptor(new EndpointHost(uri));
        });
    if (builder instanceof S3ClientBuilder s3) {
      s3.crossRegionAccessEnabled(endpoint.isEmpty()).forcePathStyle(endpoint.isPresent());
    }
    return (SdkClient) builder.overrideConfiguration(override.build()).build();
  }

  @Override
  public void close() {
    clients.values().forEach(SdkClient::close);
    http.close();
  }
}
