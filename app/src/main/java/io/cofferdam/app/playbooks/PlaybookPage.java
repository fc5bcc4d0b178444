package io.cofferdam.app.playbooks;

import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.cases.Worded;
import io.cofferdam.respond.playbook.Gate;
import io.cofferdam.respond.playbook.Inverse;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookStep;
import io.cofferdam.respond.playbook.ShippedPlaybooks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A playbook written out for people, in Markdown: who does what, how it is known to be done, who
/// consents, how it is undone, whom it serves.
public final class PlaybookPage {
  private final Playbook playbook;
  private final ShippedPlaybooks shipped;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> written = new LinkedHashSet<>();

  private PlaybookPage(Playbook playbook, ShippedPlaybooks shipped) {
    this.playbook = playbook;
    this.shipped = shipped;
  }

  /// The page.
  public static String of(Playbook playbook, ShippedPlaybooks shipped) {
    return new PlaybookPage(playbook, shipped).page();
  }

  private String page() {
    text.append("# ").append(playbook.name()).append("\n\n`").append(playbook.slug()).append("`. ");
    text.append(playbook.description()).append("\n\n");
    if (!playbook.contacts().isEmpty()) {
      text.append("Contacts that the case needs: ")
          .append(words(playbook.contacts()))
          .append(".\n\n");
    }
    text.append("## Steps\n\n");
    branch(playbook.start(), 0);
    values();
    raci();
    clauses();
    return text.toString();
  }

  private void branch(String start, int depth) {
    var id = Optional.of(start);
    while (id.isPresent() && playbook.step(id.get()).isPresent()) {
      var step = playbook.at(id.get());
      if (!written.add(id.get())) {
        return;
      }
      step(step, depth);
      id = step.head().after();
    }
  }

  private void step(PlaybookStep step, int depth) {
    switch (step) {
      case PlaybookStep.Start _, PlaybookStep.End _ -> {}
      case PlaybookStep.Action action -> action(action, depth);
      case PlaybookStep.Call call -> {
        var called = shipped.byId(call.playbook());
        line(
            depth,
            "**"
                + called.map(Playbook::name).orElse(call.head().title())
                + "**: all of "
                + called
                    .map(each -> "[`" + each.slug() + "`](" + each.slug() + ".md)")
                    .orElse("`" + call.playbook() + "`")
                + ".");
      }
      case PlaybookStep.Parallel parallel -> {
        line(depth, "At the same time" + named(step) + ":");
        for (var first : parallel.next()) {
          line(depth + 1, "Branch:");
          branch(first, depth + 2);
        }
      }
      case PlaybookStep.If choice -> {
        line(depth, "If `" + condition(playbook, choice.head().id()) + "`" + named(step) + ":");
        branch(choice.onTrue(), depth + 1);
        choice
            .onFalse()
            .ifPresent(
                first -> {
                  line(depth, "Otherwise:");
                  branch(first, depth + 1);
                });
      }
      case PlaybookStep.While loop -> {
        line(
            depth,
            "As long as `"
                + condition(playbook, loop.head().id())
                + "`, at most "
                + loop.head().rules().rounds()
                + " times before a person decides:");
        branch(loop.onTrue(), depth + 1);
      }
      case PlaybookStep.Switch choice -> {
        line(depth, "By `" + choice.variable() + "`" + named(step) + ":");
        choice
            .cases()
            .forEach(
                (value, first) -> {
                  line(depth + 1, "`" + value + "`:");
                  branch(first, depth + 2);
                });
      }
    }
  }

  /// As it was written, from the variables that it asks.
  static String condition(Playbook playbook, String id) {
    var found = java.util.regex.Pattern.compile("\"condition\":\"([^\"]*)\"");
    var at = playbook.source().indexOf("\"" + id + "\":{");
    var matcher = found.matcher(playbook.source());
    return at >= 0 && matcher.find(at) ? matcher.group(1).replace(":value", "") : id;
  }

  private static String named(PlaybookStep step) {
    return step.head().name().isEmpty() ? "" : " (" + step.head().name() + ")";
  }

  private void action(PlaybookStep.Action action, int depth) {
    var head = action.head();
    var rules = head.rules();
    line(
        depth,
        "**"
            + head.title()
            + "** ("
            + rules.phase().map(Worded::word).orElse("no phase")
            + "; "
            + rules.who().map(Role::word).orElse("nobody")
            + ")");
    action
        .commands()
        .forEach(
            each ->
                under(
                    depth,
                    each.text()
                        .replaceAll("\\s+", " ")
                        .replaceAll("__([a-zA-Z][a-zA-Z0-9_-]*?)__:value", "`$1`")));
    under(depth, "Done when: " + rules.doneWhen());
    if (!action.out().isEmpty()) {
      under(depth, "Tells: `" + String.join("`, `", action.out()) + "`.");
    }
    if (!rules.evidenceBefore().isEmpty()) {
      under(depth, "Only after: " + titles(rules.evidenceBefore()) + ".");
    }
    rules.gate().ifPresent(gate -> under(depth, gate(gate)));
    rules
        .clock()
        .ifPresent(
            clock ->
                under(
                    depth,
                    "Limit: `"
                        + clock.duty()
                        + "`, "
                        + clock.within().toHours()
                        + " hours from `"
                        + clock.from()
                        + "`; people are reminded "
                        + clock.warn().toHours()
                        + " hours before."));
    rules.act().ifPresent(act -> under(depth, "Act: `" + act.id() + "`."));
    rules
        .inverse()
        .ifPresent(
            inverse ->
                under(
                    depth,
                    switch (inverse) {
                      case Inverse.ByAct _ -> "Way back: the act undoes what it did.";
                      case Inverse.ByHand hand -> "Way back: " + hand.words();
                      case Inverse.None none -> "No way back: " + none.why() + ".";
                    }));
    head.onFailure()
        .ifPresent(
            first -> {
              under(depth, "Where it fails:");
              branch(first, depth + 1);
            });
  }

  private String titles(List<String> ids) {
    return ids.stream()
        .map(id -> playbook.step(id).map(each -> each.head().title()).orElse(id))
        .collect(Collectors.joining(", "));
  }

  static String gate(Gate gate) {
    return (gate.kind() == Gate.Kind.LEGAL ? "Legal gate: " : "Gate: ")
        + gate.quorum()
        + " people consent"
        + (gate.from().isEmpty() ? "" : " out of " + words(new TreeSet<>(gate.from())))
        + (gate.including().isEmpty()
            ? ""
            : ", among them " + words(new TreeSet<>(gate.including())))
        + ", within "
        + gate.expires().toMinutes()
        + " minutes; then it is asked again with "
        + gate.escalateTo().map(Role::word).orElse("nobody")
        + " among them; then "
        + (gate.onExpiry() == Gate.OnExpiry.STOP ? "the run stops." : "it goes on.");
  }

  private void values() {
    if (playbook.variables().isEmpty()) {
      return;
    }
    text.append("\n## Values\n\n| value | told by | answers | what |\n|---|---|---|---|\n");
    for (var each : playbook.variables().values()) {
      row(
          "`" + each.name() + "`",
          each.external() ? "whoever starts it" : "a step",
          each.answers().isEmpty() ? "any" : String.join(", ", each.answers()),
          each.description());
    }
  }

  private void raci() {
    text.append("\n## Who answers\n\n");
    row("work", "accountable", "responsible", "consulted", "informed");
    text.append("|---|---|---|---|---|\n");
    for (var each : playbook.raci().values()) {
      row(
          each.step().word(),
          each.accountable().word(),
          words(each.responsible()),
          words(each.consulted()),
          words(each.informed()));
    }
  }

  private void clauses() {
    var clauses = new TreeSet<String>();
    playbook.steps().values().forEach(each -> clauses.addAll(each.head().rules().clauses()));
    if (!clauses.isEmpty()) {
      text.append("\n## Clauses it serves\n\nNot reviewed by counsel.\n\n");
      clauses.forEach(each -> text.append("- ").append(each).append("\n"));
    }
  }

  private void row(String... cells) {
    text.append("|");
    for (var cell : new ArrayList<>(List.of(cells))) {
      text.append(" ").append(cell.replace("|", "\\|").replaceAll("\\s+", " ")).append(" |");
    }
    text.append("\n");
  }

  private void line(int depth, String words) {
    text.append("  ".repeat(depth)).append("- ").append(words).append("\n");
  }

  private void under(int depth, String words) {
    text.append("  ".repeat(depth)).append("  - ").append(words).append("\n");
  }

  private static String words(Collection<? extends Worded> set) {
    return set.stream().map(Worded::word).collect(Collectors.joining(", "));
  }
}
