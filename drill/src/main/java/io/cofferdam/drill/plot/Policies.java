package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Store;

/// Bucket policies as JSON.
final class Policies {
  private Policies() {}

  private static String policy(String statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
  }

  private static String allow(String sid, String principal, String action, String resource) {
    return "{\"Sid\":\""
        + sid
        + "\",\"Effect\":\"Allow\",\"Principal\":"
        + principal
        + ",\"Action\":"
        + action
        + ",\"Resource\":"
        + resource;
  }

  private static String objects(Store store) {
    return "\"" + store.resource().id() + "/*\"";
  }

  private static String all(Store store) {
    return "[\"" + store.resource().id() + "\",\"" + store.resource().id() + "/*\"]";
  }

  /// Anyone may read objects, and list them where `lists`.
  static String open(Store store, boolean lists) {
    return policy(
        lists
            ? allow("TempShare", "\"*\"", "[\"s3:GetObject\",\"s3:ListBucket\"]", all(store)) + "}"
            : allow("TempShare", "{\"AWS\":\"*\"}", "\"s3:GetObject\"", objects(store)) + "}");
  }

  /// One account may read and list.
  static String account(Store store, String account) {
    return policy(
        allow(
                "PartnerRead",
                "{\"AWS\":\"arn:aws:iam::" + account + ":root\"}",
                "[\"s3:GetObject\",\"s3:ListBucket\"]",
                all(store))
            + "}");
  }

  /// Anyone by the words, but only through the company's endpoint.
  static String endpointOnly(Store store, String endpoint) {
    return policy(
        allow("OnlyOurEndpoint", "\"*\"", "\"s3:GetObject\"", objects(store))
            + ",\"Condition\":{\"StringEquals\":{\"aws:SourceVpce\":\""
            + endpoint
            + "\"}}}");
  }

  /// Only a role of the company.
  static String role(Store store, String roleArn) {
    return policy(
        allow("Trainers", "{\"AWS\":\"" + roleArn + "\"}", "\"s3:GetObject\"", objects(store))
            + "}");
  }

  /// Nobody without TLS: the policy most buckets carry.
  static String tlsOnly(Store store) {
    return policy(
        "{\"Sid\":\"TlsOnly\",\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:*\","
            + "\"Resource\":"
            + all(store)
            + ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}}");
  }
}
