package io.cofferdam.app.scan.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/// Buckets that are kept well but for one thing.
final class BucketPlants {
  private static final String READ = "aws.s3.public-read-effective";
  private static final String WRITE = "aws.s3.public-write-effective";
  private static final String ANY = "aws.s3.any-authenticated";
  private static final String BLOCK = "aws.s3.bpa-bucket";
  private static final String ACL = "aws.s3.acl-disabled";
  private static final String TLS = "aws.s3.tls-only";
  private static final String TLS13 = "aws.s3.tls13-only";
  private static final String CMK = "aws.s3.sse-cmk";

  private final S3Client s3;
  private final Random random;
  private final String key;
  private final List<Plant> plants = new ArrayList<>();

  BucketPlants(S3Client s3, Random random, String key) {
    this.s3 = s3;
    this.random = random;
    this.key = key;
  }

  List<Plant> plant(int times) {
    for (int i = 0; i < times; i++) {
      open();
      looksOpen();
      transport();
      rest();
    }
    return plants;
  }

  private void open() {
    var reads =
        one(
            "\"s3:GetObject\"",
            "\"s3:Get*\"",
            "[\"s3:ListBucket\",\"s3:GetObject\"]",
            "\"s3:*Object\"");
    var writes = reads.contains("*Object");
    var everybody = one("\"*\"", "{\"AWS\":\"*\"}", "{\"AWS\":[\"*\"]}");
    var faults = writes ? Set.of(READ, WRITE, ANY, BLOCK) : Set.of(READ, ANY, BLOCK);
    bucket(
        "a statement for everybody",
        false,
        statements(allow(everybody, reads, "")),
        faults,
        Set.of(ACL));
    bucket(
        "everybody from the whole internet, written as a condition",
        false,
        statements(allow("\"*\"", "\"s3:GetObject\"", ip("0.0.0.0/0"))),
        Set.of(READ, ANY, BLOCK),
        Set.of());
    bucket(
        "everybody, and a denial of something else",
        false,
        statements(
            allow("\"*\"", "\"s3:GetObject\"", ""),
            deny(
                "\"*\"",
                "\"s3:GetObject\"",
                ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalAccount\":\"444455556666\"}}")),
        Set.of(READ, ANY, BLOCK),
        Set.of());
    bucket(
        "everybody but one account",
        false,
        statements(
            "{\"Effect\":\"Allow\",\"NotPrincipal\":{\"AWS\":\"arn:aws:iam::444455556666:root\"},"
                + "\"Action\":\"s3:GetObject\",\"Resource\":\"%s/*\"}"),
        Set.of(READ, ANY, BLOCK),
        Set.of());
    bucket(
        "everybody may write",
        false,
        statements(
            allow(
                "\"*\"", one("\"s3:PutObject\"", "\"s3:Delete*\"", "\"s3:PutBucketPolicy\""), "")),
        Set.of(WRITE, BLOCK),
        Set.of(READ, ANY));
    bucket(
        "every AWS account",
        false,
        statements(
            allow(
                "\"*\"",
                "\"s3:GetObject\"",
                ",\"Condition\":{\"StringLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:role/*\"}}")),
        Set.of(ANY, BLOCK),
        Set.of(READ));
    bucket(
        "a condition on the referer, which the caller writes",
        false,
        statements(
            allow(
                "\"*\"",
                "\"s3:GetObject\"",
                ",\"Condition\":{\"StringLike\":{\"aws:Referer\":\"https://shop.example/*\"}}")),
        Set.of(READ, ANY, BLOCK),
        Set.of());
  }

  private void looksOpen() {
    bucket(
        "everybody, closed by the block",
        true,
        statements(allow("\"*\"", "\"s3:*\"", "")),
        Set.of(),
        Set.of(READ, WRITE, ANY));
    bucket(
        "everybody of the organisation",
        true,
        statements(
            allow(
                "\"*\"",
                "\"s3:GetObject\"",
                ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-exampleorgid\"}}")),
        Set.of(),
        Set.of(READ, ANY));
    bucket(
        "everybody from one network",
        false,
        statements(allow("\"*\"", "\"s3:GetObject\"", ip("198.51.100.0/24"))),
        Set.of(BLOCK),
        Set.of(READ, ANY));
    bucket(
        "everybody through one endpoint",
        false,
        statements(
            allow(
                "\"*\"",
                "\"s3:GetObject\"",
                ",\"Condition\":{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-0123456789abcdef0\"}}")),
        Set.of(BLOCK),
        Set.of(READ, ANY));
    bucket(
        "everybody, and a denial of everybody",
        false,
        statements(allow("\"*\"", "\"s3:GetObject\"", ""), deny("\"*\"", "\"s3:*\"", "")),
        Set.of(BLOCK),
        Set.of(READ, ANY));
    bucket(
        "one foreign account by name",
        true,
        statements(allow("{\"AWS\":\"arn:aws:iam::444455556666:root\"}", "\"s3:GetObject\"", "")),
        Set.of(),
        Set.of(READ, ANY));
    bucket(
        "a service for this account",
        true,
        statements(
            allow(
                "{\"Service\":\"logging.s3.amazonaws.com\"}",
                "\"s3:PutObject\"",
                ",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"}}")),
        Set.of(),
        Set.of(WRITE));
  }

  private void transport() {
    var own = "{\"AWS\":\"arn:aws:iam::111122223333:root\"}";
    plain(
        "no denial of plain HTTP",
        "{\"Version\":\"2012-10-17\",\"Statement\":[" + allow(own, "\"s3:GetObject\"", "") + "]}",
        Set.of(TLS, TLS13),
        Set.of());
    plain(
        "plain HTTP denied for one action only",
        "{\"Version\":\"2012-10-17\",\"Statement\":["
            + deny(
                "\"*\"",
                "\"s3:PutObject\"",
                ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}")
            + "]}",
        Set.of(TLS, TLS13),
        Set.of());
    plain(
        "plain HTTP denied to one role only",
        "{\"Version\":\"2012-10-17\",\"Statement\":["
            + deny(
                "{\"AWS\":\"arn:aws:iam::111122223333:role/loader\"}",
                "\"s3:*\"",
                ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}")
            + "]}",
        Set.of(TLS, TLS13),
        Set.of());
    plain(
        "plain HTTP denied to the only account that is let in",
        "{\"Version\":\"2012-10-17\",\"Statement\":["
            + deny(own, "\"s3:*\"", ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}")
            + "]}",
        Set.of(TLS13),
        Set.of(TLS));
    plain(
        "TLS 1.2 is the bar",
        "{\"Version\":\"2012-10-17\",\"Statement\":["
            + deny(
                "\"*\"",
                "\"s3:*\"",
                ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}")
            + ","
            + deny(
                "\"*\"",
                "\"s3:*\"",
                ",\"Condition\":{\"NumericLessThan\":{\"s3:TlsVersion\":\"1.2\"}}")
            + "]}",
        Set.of(TLS13),
        Set.of(TLS));
  }

  private void rest() {
    var name = create();
    policy(name, statements());
    block(name, true);
    owned(name, "BucketOwnerPreferred");
    plants.add(new Plant(arn(name), "lists of access are on", Set.of(ACL), Set.of(READ, WRITE)));

    var managed = create();
    policy(managed, statements());
    block(managed, true);
    encrypt(managed, one("arn:aws:kms:eu-central-1:111122223333:alias/aws/s3", ""));
    plants.add(new Plant(arn(managed), "a key of the provider", Set.of(CMK), Set.of()));

    var half = create();
    policy(half, statements());
    int off = random.nextInt(4);
    s3.putPublicAccessBlock(
        b ->
            b.bucket(half)
                .publicAccessBlockConfiguration(
                    c ->
                        c.blockPublicAcls(off != 0)
                            .ignorePublicAcls(off != 1)
                            .blockPublicPolicy(off != 2)
                            .restrictPublicBuckets(off != 3)));
    plants.add(
        new Plant(
            arn(half), "three settings of the block of four", Set.of(BLOCK), Set.of(READ, WRITE)));
  }

  private void bucket(
      String how, boolean blocked, String policy, Set<String> faults, Set<String> quiet) {
    var name = create();
    policy(name, policy);
    block(name, blocked);
    plants.add(new Plant(arn(name), how, faults, quiet));
  }

  private void plain(String how, String policy, Set<String> faults, Set<String> quiet) {
    var name = create();
    s3.putBucketPolicy(b -> b.bucket(name).policy(policy.replace("%s", arn(name))));
    s3.putBucketTagging(
        b ->
            b.bucket(name)
                .tagging(
                    Tagging.builder()
                        .tagSet(Tag.builder().key("data-class").value("restricted").build())
                        .build()));
    block(name, true);
    plants.add(new Plant(arn(name), how, faults, quiet));
  }

  /// A bucket that is kept well but for block and policy.
  private String create() {
    var name = PlantedAccount.name(random, "shop-");
    s3.createBucket(
        b ->
            b.bucket(name)
                .createBucketConfiguration(c -> c.locationConstraint(PlantedAccount.REGION)));
    owned(name, "BucketOwnerEnforced");
    encrypt(name, key);
    return name;
  }

  private void owned(String name, String ownership) {
    s3.putBucketOwnershipControls(
        b ->
            b.bucket(name)
                .ownershipControls(
                    o ->
                        o.rules(
                            OwnershipControlsRule.builder().objectOwnership(ownership).build())));
  }

  private void encrypt(String name, String with) {
    s3.putBucketEncryption(
        b ->
            b.bucket(name)
                .serverSideEncryptionConfiguration(
                    c ->
                        c.rules(
                            ServerSideEncryptionRule.builder()
                                .applyServerSideEncryptionByDefault(
                                    d -> {
                                      if (with.isEmpty()) {
                                        d.sseAlgorithm(ServerSideEncryption.AES256);
                                      } else {
                                        d.sseAlgorithm(ServerSideEncryption.AWS_KMS)
                                            .kmsMasterKeyID(with);
                                      }
                                    })
                                .bucketKeyEnabled(true)
                                .build())));
  }

  private void block(String name, boolean on) {
    s3.putPublicAccessBlock(
        b ->
            b.bucket(name)
                .publicAccessBlockConfiguration(
                    c ->
                        c.blockPublicAcls(on)
                            .ignorePublicAcls(on)
                            .blockPublicPolicy(on)
                            .restrictPublicBuckets(on)));
  }

  private void policy(String name, String policy) {
    s3.putBucketPolicy(b -> b.bucket(name).policy(policy.replace("%s", arn(name))));
  }

  private static String arn(String name) {
    return "arn:aws:s3:::" + name;
  }

  /// A policy with the statements, and with denials of what is not TLS 1.3.
  private static String statements(String... statements) {
    var all = new ArrayList<>(List.of(statements));
    all.add(
        deny("\"*\"", "\"s3:*\"", ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}"));
    all.add(
        deny(
            "\"*\"",
            "\"s3:*\"",
            ",\"Condition\":{\"NumericLessThanIfExists\":{\"s3:TlsVersion\":\"1.3\"}}"));
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", all) + "]}";
  }

  private static String allow(String principal, String action, String condition) {
    return statement("Allow", principal, action, condition);
  }

  private static String deny(String principal, String action, String condition) {
    return statement("Deny", principal, action, condition);
  }

  private static String statement(
      String effect, String principal, String action, String condition) {
    return """
        {"Effect":"%s","Principal":%s,"Action":%s,"Resource":["%%s","%%s/*"]%s}"""
        .formatted(effect, principal, action, condition);
  }

  private static String ip(String network) {
    return ",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":\"" + network + "\"}}";
  }

  private String one(String... of) {
    return PlantedAccount.one(random, of);
  }
}
