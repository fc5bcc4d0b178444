package io.cofferdam.access.aws.symbolic;

import java.util.List;

/// The seventeen hand-made bucket policies on which scanners that match strings go wrong.
final class SeventeenPolicies {
  static final String OWNER = "111122223333";
  static final String BUCKET = "arn:aws:s3:::shop-training";

  /// @param statements JSON
  record Case(String title, boolean isPublic, boolean external, String statements) {
    String policy() {
      return "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}";
    }
  }

  private static final String ALLOW =
      "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \""
          + BUCKET
          + "/*\"";
  private static final String ALLOW_ALL =
      "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\", \"Resource\": \"*\"}";

  private SeventeenPolicies() {}

  static List<Case> all() {
    return List.of(
        new Case("no condition", true, true, ALLOW + "}"),
        when(
            "aws:ResourceAccount is the owner",
            true,
            true,
            "StringEquals",
            "aws:ResourceAccount",
            OWNER),
        when(
            "s3:ResourceAccount is the owner",
            true,
            true,
            "StringEquals",
            "s3:ResourceAccount",
            OWNER),
        when("any principal ARN", true, true, "StringLike", "aws:PrincipalArn", "*"),
        when("any principal account", true, true, "StringLike", "aws:PrincipalAccount", "*"),
        when("any user id", true, true, "StringLike", "aws:userid", "*"),
        when(
            "any account's roles",
            true,
            true,
            "ArnLike",
            "aws:PrincipalArn",
            "arn:aws:iam::*:role/*"),
        when("any VPC", true, true, "StringLike", "aws:SourceVpc", "vpc-*"),
        new Case(
            "everybody but one account",
            true,
            true,
            ALLOW.replace("\"Principal\": \"*\"", "\"NotPrincipal\": {\"AWS\": \"444455556666\"}")
                + "}"),
        new Case(
            "a Deny of everything to everyone",
            false,
            false,
            ALLOW_ALL
                + ", {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\","
                + " \"Resource\": \"*\"}"),
        new Case(
            "a Deny unless one VPC endpoint",
            false,
            true,
            ALLOW_ALL
                + ", {\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"s3:*\","
                + " \"Resource\": \"*\", \"Condition\": {\"StringNotEquals\":"
                + " {\"aws:SourceVpce\": \"vpce-1a2b3c4d\"}}}"),
        when(
            "paths of a fixed organisation",
            false,
            true,
            "ForAnyValue:StringLike",
            "aws:PrincipalOrgPaths",
            "o-a1b2c3d4e5/*"),
        when(
            "a fixed organisation, in any case of letters",
            false,
            true,
            "StringEqualsIgnoreCase",
            "aws:PrincipalOrgID",
            "o-A1B2C3D4E5"),
        when("AWS services alone", false, false, "Bool", "aws:PrincipalIsAWSService", "true"),
        when(
            "a fixed organisation",
            false,
            true,
            "StringEquals",
            "aws:PrincipalOrgID",
            "o-a1b2c3d4e5"),
        when("one network", false, true, "IpAddress", "aws:SourceIp", "203.0.113.0/24"),
        new Case(
            "one foreign account",
            false,
            true,
            ALLOW.replace("\"Principal\": \"*\"", "\"Principal\": {\"AWS\": \"444455556666\"}")
                + "}"));
  }

  private static Case when(
      String title, boolean isPublic, boolean external, String operator, String key, String value) {
    return new Case(
        title,
        isPublic,
        external,
        ALLOW + ", \"Condition\": {\"" + operator + "\": {\"" + key + "\": \"" + value + "\"}}}");
  }
}
