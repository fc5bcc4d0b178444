package io.cofferdam.app.scan.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;

/// Roles that strangers or any repository may assume, and roles whose trust only looks so.
final class RolePlants {
  private static final String OIDC = "aws.iam.oidc-subject-open";
  private static final String EXTERNAL = "aws.iam.trust-external";
  private static final String DEPUTY = "aws.iam.confused-deputy";
  private static final String GITHUB =
      "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";

  private static final String AUDIENCE =
      "\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\"";

  private final IamClient iam;
  private final Random random;

  RolePlants(IamClient iam, Random random) {
    this.iam = iam;
    this.random = random;
    iam.createOpenIDConnectProvider(
        b ->
            b.url("https://token.actions.githubusercontent.com")
                .clientIDList("sts.amazonaws.com")
                .thumbprintList("0123456789abcdef0123456789abcdef01234567"));
  }

  List<Plant> plant(int times) {
    var plants = new ArrayList<Plant>();
    for (int i = 0; i < times; i++) {
      plants.add(
          role(
              "any repository",
              github("\"StringEquals\":{" + AUDIENCE + "}"),
              Set.of(OIDC),
              Set.of()));
      plants.add(
          role(
              "every repository of the world by a pattern",
              github(
                  "\"StringEquals\":{"
                      + AUDIENCE
                      + "},\"StringLike\":{\"token.actions.githubusercontent.com:sub\":\""
                      + PlantedAccount.one(random, "*", "repo:*", "repo:*/*:*")
                      + "\"}"),
              Set.of(OIDC),
              Set.of()));
      plants.add(
          role(
              "one branch of one repository",
              github(
                  "\"StringEquals\":{"
                      + AUDIENCE
                      + ",\"token.actions.githubusercontent.com:sub\":"
                      + "\"repo:example-shop/api:ref:refs/heads/main\"}"),
              Set.of(),
              Set.of(OIDC)));
      plants.add(
          role(
              "the branches of one repository by a pattern",
              github(
                  "\"StringEquals\":{"
                      + AUDIENCE
                      + "},\"StringLike\":{\"token.actions.githubusercontent.com:sub\":"
                      + "\"repo:example-shop/api:ref:refs/heads/release-*\"}"),
              Set.of(),
              Set.of(OIDC)));
      plants.add(
          role("a foreign account", account("444455556666", ""), Set.of(EXTERNAL), Set.of()));
      plants.add(
          role(
              "a foreign account with an external id",
              account(
                  "444455556666",
                  ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"3f9a1c\"}}"),
              Set.of(),
              Set.of(EXTERNAL)));
      plants.add(
          role("this account", account(PlantedAccount.ACCOUNT, ""), Set.of(), Set.of(EXTERNAL)));
      plants.add(
          role(
              "a workload of this account",
              trust(
                  "{\"Service\":\""
                      + PlantedAccount.one(random, "ec2", "lambda")
                      + ".amazonaws.com\"}",
                  "sts:AssumeRole",
                  ""),
              Set.of(),
              Set.of(EXTERNAL, DEPUTY)));
    }
    return plants;
  }

  private static String github(String condition) {
    return trust(
        "{\"Federated\":\"" + GITHUB + "\"}",
        "sts:AssumeRoleWithWebIdentity",
        ",\"Condition\":{" + condition + "}");
  }

  private static String account(String account, String condition) {
    return trust("{\"AWS\":\"arn:aws:iam::" + account + ":root\"}", "sts:AssumeRole", condition);
  }

  private static String trust(String principal, String action, String condition) {
    return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":%s,"Action":"%s"%s}]}"""
        .formatted(principal, action, condition);
  }

  private Plant role(String how, String trust, Set<String> faults, Set<String> quiet) {
    var name = PlantedAccount.name(random, "role-");
    var arn = iam.createRole(b -> b.roleName(name).assumeRolePolicyDocument(trust)).role().arn();
    return new Plant(arn, how, faults, quiet);
  }
}
