package io.cofferdam.respond.playbook;

import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.cases.StepClass;
import io.cofferdam.respond.playbook.PlaybookStep.Head;
import java.time.Duration;
import java.util.List;

/// Checks who does what, who answers for it, and that nothing that may destroy goes by without
/// people's consent.
final class PeopleCheck {
  private static final int LARGEST_QUORUM = 10;
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Playbook playbook;
  private final List<Flaw> flaws;

  PeopleCheck(Playbook playbook, List<Flaw> flaws) {
    this.playbook = playbook;
    this.flaws = flaws;
  }

  void check() {
    for (var step : playbook.steps().values()) {
      var destroys = step instanceof PlaybookStep.Action action && mayDestroy(action);
      if (step instanceof PlaybookStep.Action action) {
        told(action);
        gateBefore(action, destroys);
        inverse(action, destroys);
      }
      step.head().rules().gate().ifPresent(gate -> gate(step.head(), gate, destroys));
    }
  }

  /// What nobody called harmless may destroy: acts, sending a notice, and commands of any kind that
  /// a program elsewhere would run.
  static boolean mayDestroy(PlaybookStep.Action action) {
    var rules = action.head().rules();
    return rules.act().isPresent()
        || rules
            .destructive()
            .orElseGet(
                () ->
                    notifies(action.head())
                        || !action.commands().stream().allMatch(PlaybookStep.Command::manual));
  }

  private static boolean notifies(Head head) {
    return head.rules().step().filter(each -> each == StepClass.NOTIFICATION).isPresent();
  }

  private void told(PlaybookStep.Action action) {
    var head = action.head();
    var rules = head.rules();
    if (rules.phase().isEmpty()) {
      add(
          head,
          FlawKind.NO_PHASE,
          "`" + head.id() + "` has no `phase` [one of NIST SP 800-61]",
          "");
    }
    if (rules.doneWhen().isEmpty()) {
      add(
          head,
          FlawKind.NO_DONE_WHEN,
          "`" + head.id() + "` does not say how it is known to be done [`done-when`]",
          "");
    }
    if (rules.step().isEmpty()) {
      add(
          head,
          FlawKind.NOBODY_ACCOUNTABLE,
          "`" + head.id() + "` has no `class`, so that nobody answers for it [a kind of work]",
          "");
      return;
    }
    var row = playbook.raci().get(rules.step().get());
    if (row == null) {
      add(
          head,
          FlawKind.NOBODY_ACCOUNTABLE,
          "nobody is accountable for `" + rules.step().get().word() + "` of `" + head.id() + "`",
          "add the row to `raci`");
    } else if (rules.who().isEmpty()
        || !(row.responsible().contains(rules.who().get())
            || row.accountable() == rules.who().get())) {
      add(
          head,
          FlawKind.NOBODY_RESPONSIBLE,
          "`" + head.id() + "` is done by nobody whom the RACI names for its work [`who`]",
          "one of: " + String.join(", ", row.responsible().stream().map(Role::word).toList()));
    }
  }

  private void gateBefore(PlaybookStep.Action action, boolean destroys) {
    var head = action.head();
    var foreign = !action.commands().stream().allMatch(PlaybookStep.Command::manual);
    if (foreign && head.rules().destructive().isEmpty()) {
      add(
          head,
          FlawKind.MAY_DESTROY,
          "`" + head.id() + "` has a command that may do anything [`destructive`, true or false]",
          "this program never runs it, a person does; say whether it may destroy");
    }
    if (destroys && head.rules().gate().isEmpty()) {
      add(
          head,
          FlawKind.NO_GATE,
          "`" + head.id() + "` may destroy and nobody consents before [`gate`]",
          "add a gate, or `destructive: false` where nothing is changed or ended");
    }
    if (destroys
        && notifies(head)
        && head.rules().gate().filter(each -> each.kind() == Gate.Kind.LEGAL).isEmpty()) {
      add(
          head,
          FlawKind.NO_LEGAL_GATE,
          "`" + head.id() + "` tells outsiders and no counsel consents before [`gate`, kind legal]",
          "what was sent cannot be taken back");
    }
  }

  private void inverse(PlaybookStep.Action action, boolean destroys) {
    var head = action.head();
    var inverse = head.rules().inverse();
    if (destroys && inverse.isEmpty()) {
      add(
          head,
          FlawKind.NO_INVERSE,
          "`" + head.id() + "` does not say how it is undone [`inverse`]",
          "`act: true`, `by-hand: how`, or `none: why`");
    } else if (inverse.filter(Inverse.ByAct.class::isInstance).isPresent()
        && head.rules().act().isEmpty()) {
      add(head, FlawKind.NO_INVERSE, "`" + head.id() + "` is undone by an act but has none", "");
    }
  }

  private void gate(Head head, Gate gate, boolean destroys) {
    var strict = destroys || gate.kind() == Gate.Kind.LEGAL;
    if (strict && gate.onExpiry() == Gate.OnExpiry.GO_ON) {
      add(
          head,
          FlawKind.GATE_OPENS_ITSELF,
          "the gate of `" + head.id() + "` opens when nobody answers [`on-expiry: stop`]",
          "silence consents to nothing that destroys, and to nothing of law");
    }
    if (gate.quorum() < 1 || gate.quorum() > LARGEST_QUORUM || (destroys && gate.quorum() < 2)) {
      add(
          head,
          FlawKind.WRONG_QUORUM,
          "the gate of `"
              + head.id()
              + "` asks `"
              + gate.quorum()
              + "` people ["
              + (destroys ? "2" : "1")
              + " to "
              + LARGEST_QUORUM
              + "]",
          "");
    }
    if (gate.expires().compareTo(LONGEST) > 0) {
      add(
          head,
          FlawKind.WRONG_EXPIRY,
          "the gate of `" + head.id() + "` expires after `" + gate.expires() + "` [at most a week]",
          "");
    }
    if (gate.escalateTo().isEmpty()) {
      add(
          head,
          FlawKind.NO_ESCALATION,
          "the gate of `" + head.id() + "` says not who is asked when nobody answers",
          "`escalate-to`, a role");
    }
    if (gate.kind() == Gate.Kind.LEGAL
        && !gate.including().contains(Role.LEGAL_COUNSEL)
        && !gate.including().contains(Role.DATA_PROTECTION_OFFICER)) {
      add(
          head,
          FlawKind.NO_COUNSEL,
          "the legal gate of `" + head.id() + "` opens without counsel [`including`]",
          "legal-counsel or data-protection-officer");
    }
  }

  private void add(Head head, FlawKind kind, String words, String hint) {
    flaws.add(new Flaw(head.place(), kind, words, hint));
  }
}
