package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// Of an account: nobody is an administrator but those who are meant to be. Where nobody says who
/// is, two are taken to be meant: one way for people and one for emergencies.
final class Admins implements Predicate {
  private static final int UNDECLARED = 2;

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    var estate = ScanEstate.of(scene);
    var power = AdminPower.of(scene);
    List<String> certain = new ArrayList<>();
    List<String> conditional = new ArrayList<>();
    List<String> meant = new ArrayList<>();
    for (var principal : estate.principals(account.account())) {
      var verdict = AdminPower.keptByAws(principal) ? Verdict.NO : power.direct(principal.arn());
      if (verdict == Verdict.NO) {
        continue;
      }
      if (power.isMeant(principal.arn())) {
        meant.add(principal.words() + " is one, and meant to be");
      } else if (verdict == Verdict.YES) {
        certain.add(words(principal));
      } else if (estate.dependsOnGaps(principal.arn(), power.question())) {
        conditional.add(words(principal));
      }
    }
    var most = power.anyMeant() ? 0 : UNDECLARED;
    if (certain.size() > most) {
      return Told.violated(
          estate,
          account.account(),
          certain.size()
              + (power.anyMeant()
                  ? " principals nobody declared are administrators"
                  : " principals are administrators, and the data map declares none"
                      + " (expected: access: administrators)"),
          certain);
    }
    List<String> missing = new ArrayList<>(estate.missing(account.account()));
    if (certain.size() + conditional.size() > most) {
      conditional.forEach(each -> missing.add(each + ": if what was not read allows it"));
    }
    if (!missing.isEmpty()) {
      return new Outcome.Undetermined(missing);
    }
    List<String> proof = new ArrayList<>(meant);
    certain.forEach(each -> proof.add(each + ", one of at most " + UNDECLARED));
    proof.add("no other user or role passes every act that takes an administrator");
    return new Outcome.Met(proof);
  }

  private static String words(EstatePrincipal principal) {
    return principal.words() + " is an administrator";
  }
}
