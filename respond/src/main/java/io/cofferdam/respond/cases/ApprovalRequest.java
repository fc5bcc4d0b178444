package io.cofferdam.respond.cases;

import io.cofferdam.evidence.json.Json;
import java.time.Instant;
import java.util.Map;

/// What people are asked to approve, and the bytes they sign.
///
/// @param id within the case, such as `A1`
/// @param planHash SHA-256 of the plan's canonical form, 64 hexadecimal digits
/// @param summary the plan in a sentence; it is signed too
/// @param requester who asks; a person signs the request, and never approves it
/// @param expiresAt from then on it counts for nothing
public record ApprovalRequest(
    CaseId caseId,
    String id,
    String planHash,
    String summary,
    ApprovalRule rule,
    Actor requester,
    Instant expiresAt) {

  /// What the requester signs.
  public byte[] requestBytes() {
    return bytes("request", requester.text());
  }

  /// What somebody signs who approves. The bytes name the case, the plan, the rule, the expiry and
  /// the one who approves, so that they fit nothing else and nobody else.
  public byte[] approvalBytes(PersonId approver) {
    return bytes("approve", new Actor.Person(approver).text());
  }

  private byte[] bytes(String act, String signer) {
    return new Json.Members(
            Map.of(
                "type", Json.of("cofferdam/approval/1"),
                "act", Json.of(act),
                "signer", Json.of(signer),
                "request", json()))
        .canonicalBytes();
  }

  Json.Members json() {
    return new Json.Members(
        Map.of(
            "case", Json.of(caseId.value()),
            "expiresAt", Json.of(expiresAt.toString()),
            "from", EventFields.words(rule.from()),
            "id", Json.of(id),
            "including", EventFields.words(rule.including()),
            "plan", Json.of(planHash),
            "quorum", Json.of(rule.quorum()),
            "requester", Json.of(requester.text()),
            "summary", Json.of(summary)));
  }
}
