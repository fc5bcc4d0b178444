package io.cofferdam.app.scan.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.services.kms.KmsClient;

/// Keys whose policies let in too many, and keys whose policies only look so.
final class KeyPlants {
  private static final String OPEN = "aws.kms.external-access";
  private static final String ROTATION = "aws.kms.rotation";
  private static final String OWN =
      "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:root\"},"
          + "\"Action\":\"kms:*\",\"Resource\":\"*\"}";

  private final KmsClient kms;
  private final Random random;
  private final String wellKept;

  KeyPlants(KmsClient kms, Random random) {
    this.kms = kms;
    this.random = random;
    this.wellKept = key("", true);
  }

  /// A key that buckets can be encrypted with.
  String wellKept() {
    return wellKept;
  }

  List<Plant> plant(int times) {
    var plants = new ArrayList<Plant>();
    for (int i = 0; i < times; i++) {
      var everybody = PlantedAccount.one(random, "\"*\"", "{\"AWS\":\"*\"}");
      var action =
          PlantedAccount.one(
              random, "\"kms:Decrypt\"", "\"kms:*\"", "[\"kms:Decrypt\",\"kms:DescribeKey\"]");
      plants.add(
          new Plant(
              key(allow(everybody, action, ""), true),
              "everybody may use it",
              Set.of(OPEN),
              Set.of(ROTATION)));
      plants.add(
          new Plant(
              key(
                  allow(
                      "\"*\"",
                      "\"kms:Decrypt\"",
                      ",\"Condition\":{\"StringEquals\":{\"kms:ViaService\":\"s3.eu-central-1.amazonaws.com\"}}"),
                  true),
              "everybody through S3",
              Set.of(OPEN),
              Set.of()));
      plants.add(
          new Plant(
              key(
                  allow(
                      "\"*\"",
                      "\"kms:Decrypt\"",
                      ",\"Condition\":{\"StringEquals\":{\"kms:CallerAccount\":\"111122223333\","
                          + "\"kms:ViaService\":\"s3.eu-central-1.amazonaws.com\"}}"),
                  true),
              "everybody of this account through S3",
              Set.of(),
              Set.of(OPEN)));
      plants.add(
          new Plant(
              key(
                  allow(
                      "{\"AWS\":\"*\"}",
                      "\"kms:*\"",
                      ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalAccount\":\"777788889999\"}}"),
                  true),
              "everybody of a partner's account",
              Set.of(),
              Set.of(OPEN)));
      plants.add(
          new Plant(
              key(
                  allow(
                      "{\"Service\":\"logs.eu-central-1.amazonaws.com\"}",
                      "[\"kms:Encrypt\",\"kms:Decrypt\"]",
                      ",\"Condition\":{\"ArnLike\":{\"kms:EncryptionContext:aws:logs:arn\":"
                          + "\"arn:aws:logs:eu-central-1:111122223333:log-group:*\"}}"),
                  true),
              "a service for this account",
              Set.of(),
              Set.of(OPEN)));
      plants.add(new Plant(key("", false), "never rotated", Set.of(ROTATION), Set.of(OPEN)));
    }
    return plants;
  }

  private static String allow(String principal, String action, String condition) {
    return """
        ,{"Effect":"Allow","Principal":%s,"Action":%s,"Resource":"*"%s}"""
        .formatted(principal, action, condition);
  }

  private String key(String more, boolean rotated) {
    var made =
        kms.createKey(
                b -> b.policy("{\"Version\":\"2012-10-17\",\"Statement\":[" + OWN + more + "]}"))
            .keyMetadata();
    if (rotated) {
      kms.enableKeyRotation(b -> b.keyId(made.keyId()));
    }
    return made.arn();
  }
}
