package io.cofferdam.access.aws.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/// Policies that are wrong, huge or meant to deceive, by what is wrong with them.
final class BadInputs {
  private final Map<String, String> inputs = new LinkedHashMap<>();

  private BadInputs() {}

  static Map<String, String> all() {
    BadInputs bad = new BadInputs();
    bad.text();
    bad.size();
    bad.grammar();
    bad.values();
    bad.trickery();
    return bad.inputs;
  }

  private void put(String name, String policy) {
    inputs.put(name, policy);
  }

  private static String policy(String members) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{" + members + "}]}";
  }

  private static String with(String action, String resource, String condition) {
    return policy(
        "\"Effect\":\"Allow\",\"Action\":\""
            + action
            + "\",\"Resource\":\""
            + resource
            + "\",\"Condition\":{"
            + condition
            + "}");
  }

  private static String principal(String principal) {
    return policy(
        "\"Effect\":\"Allow\",\"Principal\":"
            + principal
            + ",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"");
  }

  private void text() {
    String good = with("s3:GetObject", "*", "");
    put("no text at all", "");
    put("no JSON", "allow everything");
    put("cut off in the middle", good.substring(0, good.length() / 2));
    put("text after the end", good + " {}");
    put("single quotes", good.replace('"', '\''));
    put("a comment", "{/* all */" + good.substring(1));
    put("a trailing comma", good.replace("]}", "],}"));
    put("a line break inside a string", good.replace("s3:Get", "s3:\nGet"));
    put("a byte order mark", "\uFEFF" + good);
    put("half of a surrogate pair", with("s3:GetObject", "arn:aws:s3:::b/\uD800", ""));
    put("an array instead of an object", "[" + good + "]");
    put("null", "null");
  }

  private void size() {
    put("100 objects deep", "{\"Statement\":".repeat(100) + "1" + "}".repeat(100));
    put("a million brackets deep", "[".repeat(1_000_000));
    put(
        "20 MB, 200,000 resources",
        policy(
            "\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":["
                + ("\"arn:aws:s3:::bucket/" + "x".repeat(80) + "\",").repeat(200_000)
                + "\"arn:aws:s3:::shop-training/k\"]"));
    put("40 MB", policy("\"Sid\":\"" + "x".repeat(40_000_000) + "\""));
    put(
        "100,000 statements",
        "{\"Statement\":["
            + "{\"Effect\":\"Allow\",\"Action\":\"ec2:Run*\",\"Resource\":\"*\"},".repeat(99_999)
            + "{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}");
    put("3 million values", "[" + "1,".repeat(3_000_000) + "1]");
    put("5,000 wildcards in one pattern", with("s3:GetObject", "*a".repeat(5_000), ""));
    put(
        "a number of a million digits",
        with(
            "s3:GetObject",
            "*",
            "\"NumericEquals\":{\"s3:max-keys\":" + "9".repeat(1_000_000) + "}"));
  }

  private void grammar() {
    put("unknown version", with("s3:GetObject", "*", "").replace("2012", "2013"));
    put("a number as version", "{\"Version\":2012,\"Statement\":[]}");
    put("no Statement", "{\"Version\":\"2012-10-17\"}");
    put("a string as Statement", "{\"Statement\":\"Allow\"}");
    put("Statement twice", "{\"Statement\":[],\"Statement\":[]}");
    put("Effect twice", policy("\"Effect\":\"Deny\",\"Effect\":\"Allow\""));
    put("Effect in lower case", policy("\"Effect\":\"allow\",\"Action\":\"*\",\"Resource\":\"*\""));
    put("no Effect", policy("\"Action\":\"*\",\"Resource\":\"*\""));
    put("no Action", policy("\"Effect\":\"Allow\",\"Resource\":\"*\""));
    put(
        "Action and NotAction",
        policy("\"Effect\":\"Allow\",\"Action\":\"*\",\"NotAction\":\"*\",\"Resource\":\"*\""));
    put("Actions for Action", policy("\"Effect\":\"Allow\",\"Actions\":\"*\",\"Resource\":\"*\""));
    put(
        "an empty list of actions",
        policy("\"Effect\":\"Allow\",\"Action\":[],\"Resource\":\"*\""));
    put("an object as action", policy("\"Effect\":\"Allow\",\"Action\":{},\"Resource\":\"*\""));
    put("an action without service", with("GetObject", "*", ""));
    put("an unknown action", with("s3:GetObjekt", "*", ""));
    put("an unknown service", with("s33:GetObject", "*", ""));
  }

  private void values() {
    put("an unknown operator", with("s3:GetObject", "*", "\"StringEqualz\":{\"aws:x\":\"a\"}"));
    put("IfExists on Null", with("s3:GetObject", "*", "\"NullIfExists\":{\"aws:x\":\"true\"}"));
    put("an operator without keys", with("s3:GetObject", "*", "\"StringEquals\":\"a\""));
    put("an object as value", with("s3:GetObject", "*", "\"StringEquals\":{\"aws:x\":{}}"));
    put("null as value", with("s3:GetObject", "*", "\"StringEquals\":{\"aws:x\":null}"));
    put("no values", with("s3:GetObject", "*", "\"StringEquals\":{\"aws:x\":[]}"));
    put(
        "a variable where none is resolved",
        with("s3:GetObject", "*", "\"NumericEquals\":{\"s3:max-keys\":\"${aws:username}\"}"));
    put(
        "no address",
        with("s3:GetObject", "*", "\"IpAddress\":{\"aws:SourceIp\":\"300.0.0.1/99\"}"));
    put("an unfinished variable", with("s3:GetObject", "arn:aws:s3:::b/${aws:username", ""));
    put("a number as principal", principal("{\"AWS\":111122223333}"));
    put("eleven digits as principal", principal("{\"AWS\":\"11112222333\"}"));
    put("a wildcard in a principal", principal("{\"AWS\":\"arn:aws:iam::*:role/reader\"}"));
    put("an unknown kind of principal", principal("{\"Role\":\"reader\"}"));
    put("a bare word as principal", principal("\"everyone\""));
  }

  private void trickery() {
    put(
        "a full-width colon in a resource",
        with("s3:GetObject", "arn\uFF1Aaws:s3:::shop-training/*", ""));
    put(
        "a zero-width space in a resource",
        with("s3:GetObject", "arn:aws:s3:::shop\u200B-training/*", ""));
    put(
        "a right-to-left mark in a resource",
        with("s3:GetObject", "arn:aws:s3:::\u202Eshop-training/*", ""));
    put("ARN in upper case", with("s3:GetObject", "ARN:AWS:S3:::shop-training/*", ""));
    put("a Cyrillic letter in an action", with("s3:G\u0435tObject", "*", ""));
    put("the Kelvin sign in an action", with("\u212Ams:Decrypt", "*", ""));
    put(
        "an object key in Japanese",
        with("s3:GetObject", "arn:aws:s3:::shop-training/\u9867\u5BA2/*", ""));
    put(
        "a full-width colon in a principal",
        principal("{\"AWS\":\"arn\uFF1Aaws:iam::111122223333:root\"}"));
    put(
        "digits of another script as account",
        principal(
            "{\"AWS\":\"\u0661\u0661\u0661\u0661\u0662\u0662\u0662\u0662\u0663\u0663\u0663\u0663\"}"));
  }
}
