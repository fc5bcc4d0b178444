package io.cofferdam.app.playbooks;

import io.cofferdam.app.contain.Acts;
import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.cases.Worded;
import io.cofferdam.respond.playbook.ActBinding;
import io.cofferdam.respond.playbook.Inverse;
import io.cofferdam.respond.playbook.LegalClock;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookStep;
import io.cofferdam.respond.playbook.Truth;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a run of a playbook would ask and do with the values that are told, on every way that they
/// leave open. Reads the playbook and nothing else: no case, no cloud.
public final class PlaybookWalk {
  private final Map<String, Playbook> books = new LinkedHashMap<>();
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> tellers = new HashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final Set<Role> roles = new TreeSet<>();
  private final List<String> lines = new ArrayList<>();
  private final Set<String> told;
  private int steps;
  private int gates;
  private int acts;

  private PlaybookWalk(List<Playbook> all, Map<String, String> told) {
    this.told = told.keySet();
    for (var book : all) {
      books.put(book.id(), book);
      for (var each : book.variables().values()) {
        each.value().ifPresent(value -> values.putIfAbsent(each.name(), value));
      }
      for (var step : book.steps().values()) {
        if (step instanceof PlaybookStep.Action action) {
          action.out().forEach(name -> tellers.putIfAbsent(name, action.head().title()));
        }
      }
    }
    values.putAll(told);
  }

  /// The walk, in lines for people.
  ///
  /// @param all the playbook and those it calls
  /// @param told values by variable; of one that a step tells it is taken that the step tells this
  public static List<String> lines(List<Playbook> all, Map<String, String> told) {
    var walk = new PlaybookWalk(all, told);
    walk.sequence(all.getFirst(), all.getFirst().start(), 0);
    walk.sum();
    return List.copyOf(walk.lines);
  }

  private void sequence(Playbook book, String start, int depth) {
    var next = Optional.of(start);
    while (next.isPresent()) {
      var step = book.at(next.get());
      step(book, step, depth);
      next = step.head().after();
    }
  }

  private void step(Playbook book, PlaybookStep step, int depth) {
    switch (step) {
      case PlaybookStep.Start _, PlaybookStep.End _ -> {}
      case PlaybookStep.Action action -> action(book, action, depth);
      case PlaybookStep.Call call -> {
        var called = books.get(call.playbook());
        line(depth, "all of `" + (called == null ? call.playbook() : called.slug()) + "`:");
        if (called != null) {
          sequence(called, called.start(), depth + 1);
        }
      }
      case PlaybookStep.Parallel parallel -> {
        line(depth, "at the same time:");
        for (var first : parallel.next()) {
          line(depth + 1, "branch:");
          sequence(book, first, depth + 2);
        }
      }
      case PlaybookStep.If choice -> choice(book, choice, depth);
      case PlaybookStep.While loop -> loop(book, loop, depth);
      case PlaybookStep.Switch choice -> chosen(book, choice, depth);
    }
  }

  private void choice(Playbook book, PlaybookStep.If choice, int depth) {
    var asked = PlaybookPage.condition(book, choice.head().id());
    switch (choice.condition().holds(values)) {
      case TRUE -> {
        line(depth, "as `" + asked + "` holds:");
        sequence(book, choice.onTrue(), depth + 1);
      }
      case FALSE -> {
        line(depth, "as `" + asked + "` does not hold:");
        choice.onFalse().ifPresent(first -> sequence(book, first, depth + 1));
      }
      case UNKNOWN -> {
        line(depth, "if `" + asked + "` " + open(choice.condition().variables()) + ":");
        sequence(book, choice.onTrue(), depth + 1);
        choice
            .onFalse()
            .ifPresent(
                first -> {
                  line(depth, "otherwise:");
                  sequence(book, first, depth + 1);
                });
      }
    }
  }

  private void loop(Playbook book, PlaybookStep.While loop, int depth) {
    var asked = PlaybookPage.condition(book, loop.head().id());
    var holds = loop.condition().holds(values);
    if (holds == Truth.FALSE) {
      line(depth, "not at all, as `" + asked + "` does not hold: what repeats while it does");
      return;
    }
    line(
        depth,
        "as long as `"
            + asked
            + "`"
            + (holds == Truth.UNKNOWN ? " " + open(loop.condition().variables()) : "")
            + ", at most "
            + loop.head().rules().rounds()
            + " times before a person decides:");
    sequence(book, loop.onTrue(), depth + 1);
  }

  private void chosen(Playbook book, PlaybookStep.Switch choice, int depth) {
    var value = values.get(choice.variable());
    if (value == null) {
      line(depth, "by " + known(choice.variable()) + ", one of:");
      choice
          .cases()
          .forEach(
              (word, first) -> {
                line(depth + 1, "`" + word + "`:");
                sequence(book, first, depth + 2);
              });
      return;
    }
    var first =
        Optional.ofNullable(choice.cases().get(value))
            .or(() -> Optional.ofNullable(choice.cases().get(PlaybookStep.Switch.DEFAULT)));
    if (first.isEmpty()) {
      line(
          depth,
          "the run stops: "
              + bare(choice.variable())
              + " is `"
              + value
              + "`, for which"
              + " there is no way");
      return;
    }
    line(depth, "as " + bare(choice.variable()) + " is `" + value + "`:");
    sequence(book, first.get(), depth + 1);
  }

  private void action(Playbook book, PlaybookStep.Action action, int depth) {
    var head = action.head();
    var rules = head.rules();
    steps++;
    rules.who().ifPresent(roles::add);
    line(
        depth,
        steps + ". " + head.title() + rules.who().map(who -> "  [" + who.word() + "]").orElse(""));
    action.in().forEach(name -> under(depth, "with " + known(name)));
    rules
        .gate()
        .ifPresent(
            gate -> {
              gates++;
              under(depth, PlaybookPage.gate(gate));
            });
    rules.act().ifPresent(act -> act(act, depth));
    rules.clock().ifPresent(clock -> clock(clock, depth));
    rules
        .inverse()
        .ifPresent(
            inverse ->
                under(
                    depth,
                    switch (inverse) {
                      case Inverse.ByAct _ -> "way back: the act undoes what it did";
                      case Inverse.ByHand hand -> "way back: " + hand.words();
                      case Inverse.None none -> "no way back: " + none.why();
                    }));
    for (var name : action.out()) {
      if (!told.contains(name)) {
        values.remove(name);
      }
      under(depth, "tells " + bare(name) + (told.contains(name) ? ": " + values.get(name) : ""));
    }
    head.onFailure()
        .ifPresent(
            first -> {
              line(depth, "where that fails:");
              sequence(book, first, depth + 1);
            });
  }

  private void act(ActBinding act, int depth) {
    acts++;
    var kind = Acts.find(act.id(), Instant.EPOCH).map(each -> each.kind());
    var target = new ArrayList<String>();
    act.target()
        .forEach(
            (name, text) ->
                target.add(text.endsWith(":value") ? known(variable(text)) : name + " " + text));
    under(
        depth,
        "plans "
            + act.id()
            + kind.map(each -> " (" + each.title() + ")").orElse("")
            + ": "
            + String.join(", ", target));
    kind.ifPresent(each -> each.limits().forEach(limit -> under(depth, "  " + limit)));
  }

  private void clock(LegalClock clock, int depth) {
    var from = Optional.ofNullable(values.get(clock.from()));
    under(
        depth,
        "limit "
            + clock.duty()
            + ": "
            + clock.within().toHours()
            + " hours from "
            + known(clock.from())
            + from.flatMap(at -> ends(at, clock)).map(at -> ", that is " + at).orElse(""));
  }

  private static Optional<String> ends(String from, LegalClock clock) {
    try {
      return Optional.of(Instant.parse(from).plus(clock.within()).toString());
    } catch (DateTimeException | ArithmeticException noTime) {
      return Optional.of("no time: `" + from + "` [2026-03-01T10:00:00Z]");
    }
  }

  private String open(Set<String> variables) {
    return "(" + String.join(", ", variables.stream().map(this::known).toList()) + ")";
  }

  /// A variable with its value, or who tells it.
  private String known(String name) {
    var value = values.get(name);
    if (value != null) {
      return bare(name) + " " + value;
    }
    var how =
        Optional.ofNullable(tellers.get(name))
            .map(step -> bare(name) + " unknown until `" + step + "` tells it")
            .orElse(bare(name) + " unknown: tell it with --set");
    unknown.add(how);
    return how;
  }

  private static String variable(String text) {
    return text.substring(0, text.length() - ":value".length());
  }

  private static String bare(String name) {
    return name.startsWith("__") && name.endsWith("__") && name.length() > 4
        ? name.substring(2, name.length() - 2)
        : name;
  }

  private void sum() {
    lines.add("");
    lines.add(steps + " steps on all ways that are open, " + gates + " gates, " + acts + " acts");
    lines.add("done by: " + String.join(", ", roles.stream().map(Worded::word).toList()));
    unknown.forEach(lines::add);
  }

  private void line(int depth, String words) {
    lines.add("  ".repeat(depth) + words);
  }

  private void under(int depth, String words) {
    lines.add("  ".repeat(depth) + "     " + words);
  }
}
