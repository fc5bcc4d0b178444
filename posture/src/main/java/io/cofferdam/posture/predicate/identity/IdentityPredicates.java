package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.symbolic.CeilingQuestion.Whose;
import io.cofferdam.posture.predicate.Predicate;
import java.util.List;
import java.util.Map;

/// The conditions about identities that controls may name.
public final class IdentityPredicates {
  private static final String UNDECLARED =
      "the data map does not say in which regions data may lie (expected: regions)";

  private static final Map<String, Predicate> ALL =
      Map.ofEntries(
          Map.entry("iam-readers-count", new ReadersCount()),
          Map.entry("iam-wildcard-reads", new WildcardReads()),
          Map.entry("iam-admins", new Admins()),
          Map.entry("iam-escalation", new Escalation()),
          Map.entry("iam-cicd-excess", new CicdExcess()),
          Map.entry("iam-oidc-trust", new OidcTrust()),
          Map.entry("iam-external-trust", new ExternalTrust()),
          Map.entry("iam-confused-deputy", new ConfusedDeputy()),
          Map.entry("iam-shared-identity", new SharedIdentity()),
          Map.entry("iam-unused-access", new UnusedAccess()),
          Map.entry("iam-review-evidence", new ReviewEvidence()),
          Map.entry("iam-llm-segmentation", new Segmentation()),
          Map.entry("iam-analyzer-on", new AnalyzerOn()),
          Map.entry("s3-only-approved-read", new OnlyApprovedRead()),
          Map.entry("data-clear-text-readers", new ClearTextReaders()),
          Map.entry("org-logging-guard", new GuardRails(Whose.OWN, _ -> Rail.LOGGING, UNDECLARED)),
          Map.entry(
              "org-encryption-guard", new GuardRails(Whose.OWN, _ -> Rail.ENCRYPTION, UNDECLARED)),
          Map.entry(
              "org-region-lock",
              new GuardRails(
                  Whose.OWN,
                  scene ->
                      scene.expected().regions().isEmpty()
                          ? List.of()
                          : Rail.outside(scene.expected().regions()),
                  UNDECLARED)),
          Map.entry(
              "org-perimeter", new GuardRails(Whose.OUTSIDERS, _ -> Rail.PERIMETER, UNDECLARED)),
          Map.entry("org-ai-opt-out", new AiOptOut()),
          Map.entry("bedrock-guardrail-enforced", new GuardrailEnforced()),
          Map.entry("bedrock-cross-region", new CrossRegionProfiles()));

  private IdentityPredicates() {}

  /// By the names that controls use.
  public static Map<String, Predicate> all() {
    return ALL;
  }
}
