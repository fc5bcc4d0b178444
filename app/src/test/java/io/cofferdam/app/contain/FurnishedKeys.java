package io.cofferdam.app.contain;

import static io.cofferdam.app.contain.Furnished.bucket;
import static io.cofferdam.app.contain.Furnished.names;

import java.util.Map;
import java.util.stream.Stream;

/// Keys, and what lies under them.
final class FurnishedKeys {
  private FurnishedKeys() {}

  static Stream<Furnished> all() {
    return Stream.of(
        new Furnished("aws.kms.deny-decrypt", FurnishedKeys::principal),
        new Furnished("aws.kms.revoke-grant", FurnishedKeys::grant),
        new Furnished("aws.kms.rotate-key", account -> names("key", key(account))),
        new Furnished("aws.s3.reencrypt-version", FurnishedKeys::object));
  }

  private static String key(MotoAccount account) {
    return account.call("kms", "CreateKey", "{}").at("/KeyMetadata/KeyId").asText();
  }

  private static Map<String, String> principal(MotoAccount account) {
    var names = names("key", key(account));
    names.put("principal", "arn:aws:iam::111122223333:role/ci-deploy");
    return names;
  }

  private static Map<String, String> grant(MotoAccount account) {
    var key = key(account);
    var id =
        account
            .call(
                "kms",
                "CreateGrant",
                "{'KeyId':'"
                    + key
                    + "','GranteePrincipal':'arn:aws:iam::444455556666:role/partner',"
                    + "'Operations':['Decrypt','DescribeKey']}")
            .path("GrantId")
            .asText();
    var names = names("key", key);
    names.put("grant", id);
    return names;
  }

  private static Map<String, String> object(MotoAccount account) {
    var names = bucket(account, "shop-exports");
    account.call(
        "s3",
        "PutBucketVersioning",
        "{'Bucket':'shop-exports','VersioningConfiguration':{'Status':'Enabled'}}");
    var key = "arn:aws:kms:eu-central-1:111122223333:key/";
    names.put("key", "2026/orders.csv");
    names.put(
        "version",
        account.object(
            "shop-exports",
            "2026/orders.csv",
            "x-amz-server-side-encryption",
            "aws:kms",
            "x-amz-server-side-encryption-aws-kms-key-id",
            key + key(account)));
    names.put("kms", key + key(account));
    return names;
  }
}
