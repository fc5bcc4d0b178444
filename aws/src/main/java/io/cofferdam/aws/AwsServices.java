package io.cofferdam.aws;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sts.StsClient;

/// The services that can be asked, by the names that plans use: those of the vendor's packages.
final class AwsServices {
  private static final Map<String, Supplier<? extends AwsClientBuilder<?, ?>>> BUILDERS =
      Map.ofEntries(
          Map.entry("cloudtrail", CloudTrailClient::builder),
          Map.entry("ec2", Ec2Client::builder),
          Map.entry("iam", IamClient::builder),
          Map.entry("kms", KmsClient::builder),
          Map.entry("organizations", OrganizationsClient::builder),
          Map.entry("s3", S3Client::builder),
          Map.entry("s3control", S3ControlClient::builder),
          Map.entry("sts", StsClient::builder));

  private AwsServices() {}

  static Optional<AwsClientBuilder<?, ?>> builder(String service) {
    return Optional.ofNullable(BUILDERS.get(service)).map(Supplier::get);
  }

  static Set<String> names() {
    return BUILDERS.keySet();
  }
}
