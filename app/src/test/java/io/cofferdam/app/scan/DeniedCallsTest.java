package io.cofferdam.app.scan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.collect.AnswerSource;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The answers of one real scan of a stand-in, with each permission of the plan denied in turn.
@Covers("P-01")
class DeniedCallsTest {
  @TempDir static Path folder;

  private static final CollectPlan PLAN = CollectPlan.shipped("aws");
  private static StoredSnapshot snapshot;
  private static Map<String, Finding> calm;

  /// What is judged without each permission of the plan.
  private static final Map<String, Map<String, Finding>> DENIED = new TreeMap<>();

  @BeforeAll
  static void scan() throws Exception {
    try (var moto = MotoServer.start(folder)) {
      SeededShop.in(moto.endpoint());
      ScanRuns.credentials("test", "test");
      ScanRuns.scan(folder, moto.endpoint(), "--snapshot-out", folder.resolve("s").toString());
    }
    snapshot = StoredSnapshot.open(folder.resolve("s"));
    calm = judged(snapshot);
    PLAN.permissions().forEach(permission -> DENIED.put(permission, without(permission)));
  }

  @AfterAll
  static void clear() {
    ScanRuns.noCredentials();
  }

  private static Map<String, Finding> judged(AnswerSource source) {
    var inventory = Traversal.walk(PLAN, source, snapshot.places(), Progress.SILENT);
    return ScanResult.judged(
            Scene.of(inventory, Instant.EPOCH), snapshot.places(), List.of(), List.of())
        .findings()
        .stream()
        .collect(
            Collectors.toMap(
                f -> f.control().id() + " " + f.resource().id(), Function.identity(), (a, b) -> a));
  }

  private static Map<String, Finding> without(String permission) {
    return judged(
        (plan, request) ->
            plan.permission().equals(permission)
                ? CallAnswer.without(CallOutcome.DENIED, "AccessDenied", "no", "", 1)
                : snapshot.ask(plan, request));
  }

  private static Map<String, Finding> denied(String permission) {
    return requireNonNull(DENIED.get(permission));
  }

  @Test
  void aDenialMakesNothingMetOrViolatedThatWasNot() {
    var wrong = new ArrayList<String>();
    for (var permission : PLAN.permissions()) {
      denied(permission)
          .forEach(
              (what, finding) -> {
                var before = calm.get(what);
                if (before != null
                    && !(finding.outcome() instanceof Outcome.Undetermined)
                    && !finding.outcome().word().equals(before.outcome().word())) {
                  wrong.add(
                      permission
                          + ": "
                          + what
                          + " "
                          + before.outcome().word()
                          + " -> "
                          + finding.outcome().word());
                }
              });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatNeedsADeniedPermissionIsUndeterminedAndNamesIt() {
    var controls = ControlCatalogue.shipped("aws").controls();
    var shown = 0;
    for (var permission : PLAN.permissions()) {
      var denied = denied(permission);
      for (var call : calls(permission)) {
        var type = type(call);
        for (var control : controls) {
          var needs = control.resource().equals(type) && control.needs().contains(call.as());
          var lists =
              call.lists().map(list -> list.type().equals(control.resource())).orElse(false);
          if (!needs && !lists) {
            continue;
          }
          var outcomes =
              denied.values().stream().filter(f -> f.control().id().equals(control.id())).toList();
          for (var finding : outcomes) {
            if (lists || finding.outcome() instanceof Outcome.Undetermined) {
              continue;
            }
            assertThat(finding.resource().gapsOf(control.needs()))
                .as("%s without %s on %s", control.id(), permission, finding.resource().id())
                .isEmpty();
          }
          if (outcomes.stream().anyMatch(f -> names(f, permission))) {
            shown++;
          } else {
            assertThat(outcomes)
                .as("%s without %s names it", control.id(), permission)
                .allMatch(f -> f.resource().gapsOf(control.needs()).isEmpty());
          }
        }
      }
    }
    assertThat(shown).as("pairs of control and permission seen").isGreaterThan(20);
  }

  private static boolean names(Finding finding, String permission) {
    return finding.outcome() instanceof Outcome.Undetermined(var missing)
        && missing.stream().anyMatch(each -> each.contains(permission + " was denied"));
  }

  private static List<CallPlan> calls(String permission) {
    return PLAN.services().stream()
        .flatMap(service -> service.calls().stream())
        .filter(call -> call.permission().equals(permission))
        .toList();
  }

  private static String type(CallPlan call) {
    if (!call.forType().isEmpty()) {
      return call.forType();
    }
    return PLAN.services().stream().anyMatch(s -> s.service().equals(call.service()) && s.global())
        ? Traversal.ACCOUNT
        : Traversal.REGION;
  }
}
