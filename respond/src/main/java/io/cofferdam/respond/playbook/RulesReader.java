package io.cofferdam.respond.playbook;

import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.cases.StepClass;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what our extension says of a step.
final class RulesReader {
  private static final Duration WARN = Duration.ofHours(12);
  private static final int MOST_ROUNDS = 100;
  private static final Set<String> OF_STEP =
      Set.of(
          "phase",
          "class",
          "who",
          "done-when",
          "destructive",
          "gate",
          "clock",
          "evidence-before",
          "inverse",
          "clauses",
          "act",
          "rounds");
  private static final Set<String> OF_GATE =
      Set.of("kind", "quorum", "from", "including", "expires", "escalate-to", "on-expiry");
  private static final Set<String> OF_CLOCK = Set.of("duty", "from", "within", "warn");
  private static final Set<String> OF_INVERSE = Set.of("act", "by-hand", "none");
  private static final Set<String> OF_ACT = Set.of("id", "target");

  private final List<Flaw> flaws;
  private final String what;

  RulesReader(List<Flaw> flaws, String what) {
    this.flaws = flaws;
    this.what = what;
  }

  StepRules read(DocNode node) {
    var it = Fields.of(node, "the extension of " + what, OF_STEP, flaws);
    return new StepRules(
        it.word(Phase.class, "phase"),
        it.word(StepClass.class, "class"),
        it.word(Role.class, "who"),
        it.text("done-when"),
        it.truth("destructive"),
        it.node("gate").flatMap(this::gate),
        it.node("clock").flatMap(this::clock),
        it.texts("evidence-before"),
        it.node("inverse").flatMap(this::inverse),
        it.texts("clauses"),
        it.node("act").map(this::act),
        it.count("rounds", 0, 1, MOST_ROUNDS));
  }

  private Optional<Gate> gate(DocNode node) {
    var it = Fields.of(node, "the gate of " + what, OF_GATE, flaws);
    var kind = it.word(Gate.Kind.class, "kind");
    if (!it.has("kind")) {
      it.flaw(
          "kind",
          FlawKind.MISSING_FIELD,
          "the gate of " + what + " has no `kind` [approval, legal]",
          "");
    }
    var expires = it.span("expires");
    if (!it.has("expires")) {
      it.flaw(
          "expires",
          FlawKind.WRONG_EXPIRY,
          "the gate of " + what + " never expires [`expires`, a span such as `PT4H`]",
          "consent that is old was given to another state");
    }
    if (kind.isEmpty() || expires.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Gate(
            kind.get(),
            it.count("quorum", 2, 0, 1000),
            it.words(Role.class, "from"),
            it.words(Role.class, "including"),
            expires.get(),
            it.word(Role.class, "escalate-to"),
            it.word(Gate.OnExpiry.class, "on-expiry").orElse(Gate.OnExpiry.STOP)));
  }

  private Optional<LegalClock> clock(DocNode node) {
    var it = Fields.of(node, "the clock of " + what, OF_CLOCK, flaws);
    var duty = it.required("duty");
    var from = it.required("from");
    var within = it.span("within");
    if (!it.has("within")) {
      it.flaw(
          "within",
          FlawKind.MISSING_FIELD,
          "the clock of " + what + " has no `within` [PT72H]",
          "");
    }
    var warn = it.span("warn").orElse(WARN);
    var variable =
        from.endsWith(":value") ? from.substring(0, from.length() - ":value".length()) : from;
    return within.map(span -> new LegalClock(duty, variable, span, warn, it.place()));
  }

  private Optional<Inverse> inverse(DocNode node) {
    var it = Fields.of(node, "the inverse of " + what, OF_INVERSE, flaws);
    var hand = it.optionalText("by-hand").filter(text -> !text.isEmpty());
    var none = it.optionalText("none").filter(text -> !text.isEmpty());
    var act = it.truth("act").filter(yes -> yes);
    if ((hand.isPresent() ? 1 : 0) + (none.isPresent() ? 1 : 0) + (act.isPresent() ? 1 : 0) != 1) {
      it.flaw(
          "inverse",
          FlawKind.WRONG_VALUE,
          "the inverse of " + what + " is not one of three [act: true, by-hand: how, none: why]",
          "");
      return Optional.empty();
    }
    return act.<Inverse>map(_ -> new Inverse.ByAct())
        .or(() -> hand.map(Inverse.ByHand::new))
        .or(() -> none.map(Inverse.None::new));
  }

  private ActBinding act(DocNode node) {
    var it = Fields.of(node, "the act of " + what, OF_ACT, flaws);
    return new ActBinding(it.required("id"), it.textsByName("target"), it.place());
  }
}
