package io.cofferdam.aws;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.spi.CallAnswer;
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
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3control.S3ControlClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/// One client for each service, account and region, made when first asked; they share connections.
/// Nothing is tried again here.
public final class AwsClients implements AutoCloseable {
  private static final String HOME = "us-east-1";

  /// Services that answer for all regions elsewhere: S3 Control for Multi-Region Access Points
  /// (Amazon S3 User Guide, "Multi-Region Access Point restrictions and limitations"). The
  /// account's public access block it tells in every region.
  private static final Map<String, String> HOMES = Map.of("s3control", "us-west-2");

  /// How the sessions of roles are named, so that they can be found in the trail.
  public static final String SESSION = "cofferdam-scan";

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final SdkHttpClient http;
  private final Duration patience;
  private final Map<String, SdkClient> clients = new ConcurrentHashMap<>();
  private final Map<String, AwsCredentialsProvider> credentials = new ConcurrentHashMap<>();
  private final Optional<URI> endpoint;

  /// Clients of AWS, or of a stand-in.
  ///
  /// @param endpoint an address that is asked instead of AWS, for stand-ins
  /// @param patience how long an answer may take
  public AwsClients(Optional<URI> endpoint, Duration patience) {
    this.endpoint = endpoint;
    this.patience = patience;
    this.http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT.compareTo(patience) < 0 ? CONNECT : patience)
            .socketTimeout(patience)
            .build();
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

  /// Assumes a role in another account and uses its credentials there, anew whenever they end.
  /// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  ///
  /// @param from the account whose credentials assume it
  /// @param role the role's name, with its path
  /// @return conclusive where it was assumed; else why not
  public CallAnswer useRole(String from, String account, String role, Optional<String> externalId) {
    var provider =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient((StsClient) client("sts", from, HOME))
            .refreshRequest(
                request ->
                    request
                        .roleArn("arn:aws:iam::" + account + ":role/" + role)
                        .roleSessionName(SESSION)
                        .externalId(externalId.orElse(null)))
            .build();
    try {
      provider.resolveCredentials();
      use(account, provider);
      return CallAnswer.answered(MissingNode.getInstance(), "", 1);
    } catch (SdkException refused) {
      provider.close();
      return AwsErrors.answer(refused, 1);
    }
  }

  /// Assumes a role for one act, in a session that may do no more than a policy says, and uses its
  /// credentials under a name of its own.
  /// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
  ///
  /// @param from whose credentials assume it, as named before
  /// @param as under which name the session's credentials are used from now on
  /// @param session the session's name, so that it is found in the trail
  /// @return conclusive where it was assumed; else why not
  public CallAnswer useSession(
      String from, String as, String roleArn, String session, SessionPolicy policy) {
    var provider =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient((StsClient) client("sts", from, HOME))
            .refreshRequest(
                request -> request.roleArn(roleArn).roleSessionName(session).policy(policy.json()))
            .build();
    try {
      provider.resolveCredentials();
      use(as, provider);
      return CallAnswer.answered(MissingNode.getInstance(), "", 1);
    } catch (SdkException refused) {
      provider.close();
      return AwsErrors.answer(refused, 1);
    }
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
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .apiCallTimeout(patience.multipliedBy(2))
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
