package io.cofferdam.app.scan;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.OperationType;
import software.amazon.awssdk.services.ec2.model.SnapshotAttributeName;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/// An account with planted faults, and things that look alike and are right.
///
/// @param openKey the ARN of a key whose policy lets in anybody
/// @param ownKey the ARN of a key that is kept well
/// @param shared the id of a snapshot that is shared with all
/// @param kept the id of a snapshot that is shared with nobody
record SeededShop(String openKey, String ownKey, String shared, String kept) {
  static final String REGION = "eu-central-1";

  private static final String ANYONE_READS =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",
      "Action":"s3:GetObject","Resource":"arn:aws:s3:::shop-open/*"}]}""";
  private static final String TLS_ONLY =
      """
      {"Version":"2012-10-17","Statement":[
      {"Effect":"Deny","Principal":"*","Action":"s3:*","Condition":{"Bool":{"aws:SecureTransport":"false"}},
      "Resource":["arn:aws:s3:::shop-closed","arn:aws:s3:::shop-closed/*"]},
      {"Effect":"Deny","Principal":"*","Action":"s3:*",
      "Condition":{"NumericLessThanIfExists":{"s3:TlsVersion":"1.3"}},
      "Resource":["arn:aws:s3:::shop-closed","arn:aws:s3:::shop-closed/*"]}]}""";
  private static final String OWN_KEY =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
      "Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}""";
  private static final String OPEN_KEY =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},
      "Action":"kms:*","Resource":"*"}]}""";

  static SeededShop in(URI endpoint) {
    try (var s3 = with(S3Client.builder().forcePathStyle(true), endpoint).build();
        var kms = with(KmsClient.builder(), endpoint).build();
        var ec2 = with(Ec2Client.builder(), endpoint).build();
        var trails = with(CloudTrailClient.builder(), endpoint).build()) {
      var openKey = kms.createKey(b -> b.policy(OPEN_KEY)).keyMetadata().arn();
      var ownKey = kms.createKey(b -> b.policy(OWN_KEY)).keyMetadata().arn();
      kms.enableKeyRotation(b -> b.keyId(openKey));
      kms.enableKeyRotation(b -> b.keyId(ownKey));
      bucket(s3, "shop-open", ANYONE_READS, ownKey, false);
      bucket(s3, "shop-closed", TLS_ONLY, ownKey, true);
      var shared = snapshot(ec2);
      ec2.modifySnapshotAttribute(
          b ->
              b.snapshotId(shared)
                  .attribute(SnapshotAttributeName.CREATE_VOLUME_PERMISSION)
                  .operationType(OperationType.ADD)
                  .groupNames("all"));
      var kept = snapshot(ec2);
      trails.createTrail(
          b -> b.name("unproved").s3BucketName("shop-closed").enableLogFileValidation(false));
      trails.createTrail(
          b -> b.name("proved").s3BucketName("shop-closed").enableLogFileValidation(true));
      trails.startLogging(b -> b.name("unproved"));
      trails.startLogging(b -> b.name("proved"));
      return new SeededShop(openKey, ownKey, shared, kept);
    }
  }

  private static void bucket(S3Client s3, String name, String policy, String key, boolean block) {
    s3.createBucket(
        b -> b.bucket(name).createBucketConfiguration(c -> c.locationConstraint(REGION)));
    s3.putBucketOwnershipControls(
        b ->
            b.bucket(name)
                .ownershipControls(
                    o ->
                        o.rules(
                            OwnershipControlsRule.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build())));
    s3.putBucketEncryption(
        b ->
            b.bucket(name)
                .serverSideEncryptionConfiguration(
                    c ->
                        c.rules(
                            ServerSideEncryptionRule.builder()
                                .applyServerSideEncryptionByDefault(
                                    d ->
                                        d.sseAlgorithm(ServerSideEncryption.AWS_KMS)
                                            .kmsMasterKeyID(key))
                                .build())));
    s3.putPublicAccessBlock(
        b ->
            b.bucket(name)
                .publicAccessBlockConfiguration(
                    c ->
                        c.blockPublicAcls(block)
                            .ignorePublicAcls(block)
                            .blockPublicPolicy(block)
                            .restrictPublicBuckets(block)));
    s3.putBucketPolicy(b -> b.bucket(name).policy(policy));
  }

  private static String snapshot(Ec2Client ec2) {
    var volume = ec2.createVolume(b -> b.availabilityZone(REGION + "a").size(1)).volumeId();
    return ec2.createSnapshot(b -> b.volumeId(volume)).snapshotId();
  }

  private static <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> B with(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
  }
}
