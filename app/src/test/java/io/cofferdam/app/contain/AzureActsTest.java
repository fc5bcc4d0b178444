package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.docs.GeneratedFile;
import io.cofferdam.azure.AzureCalls;
import io.cofferdam.azure.act.AzureActs;
import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.ActPlanner;
import io.cofferdam.respond.act.ActResult;
import io.cofferdam.respond.act.ActRunner;
import io.cofferdam.respond.act.Approved;
import io.cofferdam.respond.act.Planned;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every act on Azure, from the plan to the state as it was before: those on containers on azurite,
/// those on accounts on recorded answers.
@Covers({"R-02", "R-03"})
class AzureActsTest {
  private static final String POLICIES =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><SignedIdentifiers><SignedIdentifier>"
          + "<Id>partner-2027</Id><AccessPolicy><Start>2026-01-01T00:00:00.0000000Z</Start>"
          + "<Expiry>2027-06-30T00:00:00.0000000Z</Expiry><Permission>rl</Permission>"
          + "</AccessPolicy></SignedIdentifier><SignedIdentifier><Id>terms &lt;by&gt; token</Id>"
          + "<AccessPolicy><Permission>r</Permission></AccessPolicy></SignedIdentifier>"
          + "</SignedIdentifiers>";

  @TempDir Path folder;

  @Test
  void actsAndGoesBackToTheStateBefore() throws Exception {
    var walked = new TreeMap<String, WalkedAct>();
    try (var azurite = AzuriteServer.start(folder);
        var calls = azurite.calls()) {
      azurite.container("training", "container", POLICIES);
      walked.put(
          "azure.container.close",
          WalkedAct.walk(act("azure.container.close"), container("training"), calls));
    }
    for (var act : AzureActs.all()) {
      if (!act.kind().id().equals("azure.container.close")) {
        walked.put(act.kind().id(), onRecordedAnswers(act));
      }
    }
    GeneratedFile.check("docs/acts-azure.md", ActTable.ofAzure(walked));
  }

  static WalkedAct onRecordedAnswers(Act act) throws IOException {
    try (var arm = new RecordedArm();
        var calls = arm.calls()) {
      arm.furnish("{'allowBlobPublicAccess':true,'allowSharedKeyAccess':true}");
      return WalkedAct.walk(act, account(), calls);
    }
  }

  static Act act(String id) {
    return AzureActs.of(id).orElseThrow();
  }

  static Target container(String name) {
    return target("group", "shop", "account", AzuriteServer.ACCOUNT, "container", name);
  }

  static Target account() {
    return target("group", "javacsmrg63953", "account", "javacsmsa98173", "key", "key1");
  }

  static Target target(String... names) {
    var words = new TreeMap<String, String>();
    for (var i = 0; i < names.length; i += 2) {
      words.put(names[i], names[i + 1]);
    }
    return new Target("00000000-0000-0000-0000-000000000000", "", words);
  }

  static Planned plan(Act act, Target target, AzureCalls calls) {
    return new ActPlanner(calls, new Prover(WalkedAct.NOW, Optional.empty()), time -> {})
        .plan(act, target, "case-7f3a");
  }

  /// Both levels, with policies and without: what was is there again, and enforced.
  @Test
  void whatAnyoneGetsIsClosedAndComesBack() throws Exception {
    try (var azurite = AzuriteServer.start(folder);
        var calls = azurite.calls()) {
      for (var level : List.of("blob", "container")) {
        azurite.container("files-" + level, level, "");
        var seen = new ArrayList<Integer>();
        var list = "files-" + level + "?restype=container&comp=list";
        var blob = "files-" + level + "/order-1.json";
        WalkedAct.walk(
            act("azure.container.close"),
            container("files-" + level),
            new Watched(
                calls,
                () -> {
                  seen.add(azurite.anonymous(blob));
                  seen.add(azurite.anonymous(list));
                }));
        var before = List.of(200, level.equals("blob") ? 403 : 200);
        assertThat(seen.subList(0, 2)).isEqualTo(List.of(403, 403));
        assertThat(List.of(azurite.anonymous(blob), azurite.anonymous(list))).isEqualTo(before);
      }
    }
  }

  @Test
  void aNameThatIsNoneMakesNoCall() throws Exception {
    try (var arm = new RecordedArm();
        var calls = arm.calls()) {
      for (var act : AzureActs.all()) {
        var names = new TreeMap<String, String>();
        act.kind().names().forEach(word -> names.put(word, "../../secrets"));
        assertThat(plan(act, new Target("../..", "", names), calls))
            .isInstanceOf(Planned.Refused.class);
      }
    }
  }

  @Test
  void whereAzureKeepsWhatWasUnsetGoingBackSaysSo() throws Exception {
    try (var arm = new RecordedArm();
        var calls = arm.calls()) {
      arm.furnish("{'allowSharedKeyAccess':null}");
      var act = act("azure.storage.disable-shared-key");
      var plan = ((Planned.Ready) plan(act, account(), calls)).plan();
      assertThat(plan.limits()).anyMatch(limit -> limit.contains("is sent null to go back"));
      var journal = new MemoryJournal();
      journal.append(0, new ActEvent.Proposed(WalkedAct.NOW, plan, "responder"));
      var agreed = new Approved(plan.hash(), List.of("lead"), WalkedAct.NOW.plusSeconds(60));
      journal.append(1, new ActEvent.Agreed(WalkedAct.NOW, agreed));
      var clock = Clock.fixed(WalkedAct.NOW, ZoneOffset.UTC);
      var prover = new Prover(WalkedAct.NOW, Optional.empty());
      var runner = new ActRunner(act, calls, journal, prover, clock, time -> {});
      assertThat(runner.act()).isInstanceOf(ActResult.Contained.class);
      arm.keepForgotten();
      assertThat(runner.back())
          .isInstanceOfSatisfying(
              ActResult.Halted.class,
              halted -> assertThat(halted.why()).contains("the state does not show it"));
    }
  }
}
