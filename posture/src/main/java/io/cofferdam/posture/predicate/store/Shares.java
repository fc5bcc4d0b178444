package io.cofferdam.posture.predicate.store;

import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.bucket.OutsideZone;
import io.cofferdam.posture.scene.Scene;
import java.util.List;

/// With whom something is shared, held against the trust zone.
final class Shares {
  private final String what;
  private final Scene scene;
  private final Verdict verdict;

  /// @param what is shared, in words: `the snapshot`
  Shares(String what, Scene scene, Verdict verdict) {
    this.what = what;
    this.scene = scene;
    this.verdict = verdict;
  }

  void all() {
    verdict.wrong(what + " is public", "shared with all");
  }

  /// Shared with an account.
  void account(String account) {
    var zone = OutsideZone.of(scene);
    if (account.isEmpty() || zone.holds(account)) {
      return;
    }
    var unsure = zone.unsure(account);
    if (unsure.isPresent()) {
      verdict.open(unsure.get());
    } else {
      verdict.wrong(
          what + " is shared with account " + account + " (" + zone.words() + ")", account);
    }
  }

  /// Shared with an organisation or a unit of one.
  ///
  /// @param arn `arn:aws:organizations::123456789012:organization/o-...`
  void organisation(String arn) {
    var id = arn.replaceFirst(".*/(o-[a-z0-9]+).*", "$1");
    if (arn.isEmpty() || scene.zone().holdsOrganisation(id)) {
      return;
    }
    var unread =
        scene.inventory().ofType(Inventory.ACCOUNT).stream()
            .flatMap(each -> each.gapsOf(List.of("organisation")).stream())
            .toList();
    unread.forEach(gap -> verdict.open("whether " + id + " is its organisation: " + gap.words()));
    if (unread.isEmpty()) {
      verdict.wrong(what + " is shared with organisation " + id, arn);
    }
  }
}
