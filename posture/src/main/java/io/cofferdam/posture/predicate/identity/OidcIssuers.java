package io.cofferdam.posture.predicate.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Issuers of OpenID Connect tokens that IAM roles trust, and what a condition must hold to pin a
/// role to one place (IAM User Guide, "Create a role for OpenID Connect federation", and the
/// issuers' own documents on the claims of their tokens; from memory where these were not at hand).
enum OidcIssuers {
  GITHUB(
      "token.actions.githubusercontent.com",
      true,
      "sub",
      "repo:another-org/another-repo:ref:refs/heads/main",
      "repo:[^*?/:]+/[^*?:/]+(:.*)?",
      List.of("repository", "repository_id", "job_workflow_ref")),
  GITLAB(
      "gitlab.com",
      true,
      "sub",
      "project_path:another-group/another-project:ref_type:branch:ref:main",
      "project_path:[^*?:]+/[^*?:]+(:.*)?",
      List.of("project_id")),
  TERRAFORM(
      "app.terraform.io",
      true,
      "sub",
      "organization:another:project:another:workspace:another:run_phase:apply",
      "organization:[^*?:]+:project:[^*?:]+:.*",
      List.of()),
  BUILDKITE(
      "agent.buildkite.com",
      true,
      "sub",
      "organization:another:pipeline:another:ref:refs/heads/main:commit:0:step:build",
      "organization:[^*?:]+:pipeline:[^*?:]+:.*",
      List.of()),
  CIRCLECI(
      "oidc.circleci.com/org/",
      true,
      "sub",
      "org/another/project/another/user/another",
      "org/[^*?/]+/project/[^*?/]+(/.*)?",
      List.of()),
  BITBUCKET(
      "api.bitbucket.org/2.0/workspaces/",
      true,
      "sub",
      "{another}:{another}",
      "\\{?[^*?:]{3}[^*?:]*:?.*",
      List.of()),
  AZURE_DEVOPS(
      "vstoken.dev.azure.com/",
      true,
      "sub",
      "sc://another/another/another",
      "sc://[^*?/]+/[^*?/]+/.+",
      List.of()),
  EKS(
      "oidc.eks.",
      false,
      "sub",
      "system:serviceaccount:another:another",
      "system:serviceaccount:[^*?:]+:.+",
      List.of()),
  COGNITO(
      "cognito-identity.amazonaws.com",
      false,
      "aud",
      "eu-central-1:00000000-0000-0000-0000-000000000000",
      "[^*?]+",
      List.of("sub")),
  GOOGLE(
      "accounts.google.com",
      false,
      "sub",
      "100000000000000000000",
      "[^*?]+",
      List.of("aud", "oaud")),
  AMAZON("www.amazon.com", false, "app_id", "amzn1.application.another", "[^*?]+", List.of()),
  FACEBOOK("graph.facebook.com", false, "app_id", "100000000000000", "[^*?]+", List.of()),
  /// An issuer that is not known here: its subject must at least begin with something.
  OTHER("", false, "sub", "another", "[^*?]{3}.*", List.of());

  private final String host;
  private final boolean pipeline;
  private final String claim;
  private final String stranger;
  private final Pattern pinned;
  private final String otherClaims;

  OidcIssuers(
      String host,
      boolean pipeline,
      String claim,
      String stranger,
      String pinned,
      List<String> otherClaims) {
    this.host = host;
    this.pipeline = pipeline;
    this.claim = claim;
    this.stranger = stranger;
    this.pinned = Pattern.compile(pinned);
    this.otherClaims = String.join(" ", otherClaims);
  }

  /// The issuer behind a provider's ARN or name; empty for what is no issuer of such tokens.
  static Optional<OidcIssuers> of(String provider) {
    if (provider.contains(":saml-provider/")) {
      return Optional.empty();
    }
    var name = name(provider);
    for (var issuer : values()) {
      if (name.startsWith(issuer.host)) {
        return Optional.of(issuer);
      }
    }
    return Optional.empty();
  }

  /// The issuer's name, which is the prefix of its condition keys, in lower case.
  static String name(String provider) {
    var at = provider.indexOf(":oidc-provider/");
    return (at < 0 ? provider : provider.substring(at + ":oidc-provider/".length()))
        .toLowerCase(Locale.ROOT);
  }

  /// Whether its tokens are those of build pipelines.
  boolean pipeline() {
    return pipeline;
  }

  /// The claim that tells whose token it is.
  String claim() {
    return claim;
  }

  /// A value of that claim that is somebody else's.
  String stranger() {
    return stranger;
  }

  /// Whether a value of that claim, wildcards inside, is that of one place alone.
  boolean pins(String value) {
    return pinned.matcher(value).matches();
  }

  /// Further claims of which one value pins as well.
  List<String> otherClaims() {
    return List.of(otherClaims.split(" ", -1));
  }
}
