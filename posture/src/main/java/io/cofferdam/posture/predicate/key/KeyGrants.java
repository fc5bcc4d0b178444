package io.cofferdam.posture.predicate.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.bucket.OutsideZone;
import io.cofferdam.posture.scene.Scene;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Grants of a key reach nobody outside the trust zone and nobody who is gone, and let principals
/// decrypt only under an encryption context. Grants to AWS services, which act for a resource, are
/// left alone.
final class KeyGrants implements Predicate {
  private static final Pattern GONE = Pattern.compile("(AIDA|AROA)[A-Z0-9]{12,}.*");
  private static final Pattern ARN = Pattern.compile("arn:[^:]*:(?:iam|sts)::(\\d{12}):(.+)");
  private static final Pattern OF_AWS =
      Pattern.compile("(role/aws-service-role/|assumed-role/(aws:|AWSServiceRoleFor)).*");

  @Override
  public Outcome evaluate(Resource key, Scene scene) {
    var verdict = new Verdict();
    var grants = key.fact("grants.Grants");
    for (var grant : grants) {
      test(key, grant, scene, verdict);
    }
    return verdict.fine(grants.size() + " grants looked at").outcome();
  }

  private static void test(Resource key, JsonNode grant, Scene scene, Verdict verdict) {
    var grantee = grant.path("GranteePrincipal").asText("");
    var fact = "grant " + grant.path("GrantId").asText("") + " to " + grantee;
    if (grantee.isEmpty() || grantee.endsWith(".amazonaws.com")) {
      return;
    }
    if (GONE.matcher(grantee).matches()) {
      verdict.wrong("a grant is held by a principal that was deleted", fact);
      return;
    }
    var arn = ARN.matcher(grantee);
    if (!arn.matches()) {
      verdict.open("who `" + grantee + "` is (kms:ListGrants)");
      return;
    }
    var account = arn.group(1);
    var zone = OutsideZone.of(scene);
    if (!account.equals(key.account()) && !zone.holds(account)) {
      var unsure = zone.unsure(account);
      if (unsure.isPresent()) {
        verdict.open(unsure.get());
      } else {
        verdict.wrong("a grant lets account " + account + " use it (" + zone.words() + ")", fact);
      }
      return;
    }
    if (OF_AWS.matcher(arn.group(2)).matches()) {
      return;
    }
    scene
        .inventory()
        .account(account)
        .filter(each -> grantee.contains(":iam::"))
        .ifPresent(each -> verdict.lacks(each, "identities"));
    if (gone(grantee, account, scene)) {
      verdict.wrong("a grant is held by a principal that the account does not have", fact);
    }
    if (decrypts(grant) && grant.path("Constraints").isEmpty()) {
      verdict.wrong(
          "a grant lets " + grantee + " decrypt whatever it encrypts, under any context", fact);
    }
  }

  private static boolean decrypts(JsonNode grant) {
    for (var operation : grant.path("Operations")) {
      if (operation.asText().equals("Decrypt") || operation.asText().startsWith("ReEncrypt")) {
        return true;
      }
    }
    return false;
  }

  /// Whether the account was read whole and has no such user or role.
  private static boolean gone(String grantee, String account, Scene scene) {
    var identities = scene.inventory().account(account);
    if (!grantee.contains(":iam::")
        || grantee.endsWith(":root")
        || identities.isEmpty()
        || !identities.get().fact("identities").isObject()
        || identities.get().fact("identities.IsTruncated").asBoolean(false)
        || !identities.get().gapsOf(List.of("identities")).isEmpty()) {
      return false;
    }
    Set<String> there = new HashSet<>();
    identities
        .get()
        .fact("identities.UserDetailList")
        .forEach(u -> there.add(u.path("Arn").asText()));
    identities
        .get()
        .fact("identities.RoleDetailList")
        .forEach(r -> there.add(r.path("Arn").asText()));
    return !there.contains(grantee);
  }
}
