package io.cofferdam.respond.playbook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A step of a playbook, after CACAO 2.0 section 4. Flow is nested: a branch runs from its first
/// step to an end of its own, and then the step that it branched from goes on.
public sealed interface PlaybookStep {
  Head head();

  /// The first steps of its branches.
  default List<String> branches() {
    return List.of();
  }

  record Start(Head head) implements PlaybookStep {}

  record End(Head head) implements PlaybookStep {}

  /// Somebody or the program does something.
  ///
  /// @param agent who does it, an id of the agents; may be empty
  /// @param out the variables that are told when it is done
  record Action(
      Head head,
      List<Command> commands,
      String agent,
      List<String> targets,
      List<String> in,
      List<String> out)
      implements PlaybookStep {
    public Action {
      commands = List.copyOf(commands);
      targets = List.copyOf(targets);
      in = List.copyOf(in);
      out = List.copyOf(out);
    }

    /// Whether it may change or end something: what nobody called harmless may.
    public boolean mayDestroy() {
      return PeopleCheck.mayDestroy(this);
    }
  }

  /// Another playbook is run in place. Both share the variables that are named.
  record Call(Head head, String playbook, List<String> in, List<String> out)
      implements PlaybookStep {
    public Call {
      in = List.copyOf(in);
      out = List.copyOf(out);
    }
  }

  /// Several branches at once; it goes on when all have ended.
  record Parallel(Head head, List<String> next) implements PlaybookStep {
    public Parallel {
      next = List.copyOf(next);
    }

    @Override
    public List<String> branches() {
      return next;
    }
  }

  record If(Head head, Condition condition, String onTrue, Optional<String> onFalse)
      implements PlaybookStep {
    @Override
    public List<String> branches() {
      var branches = new ArrayList<String>(List.of(onTrue));
      onFalse.ifPresent(branches::add);
      return branches;
    }
  }

  record While(Head head, Condition condition, String onTrue) implements PlaybookStep {
    @Override
    public List<String> branches() {
      return List.of(onTrue);
    }
  }

  /// The value of a variable chooses the branch.
  ///
  /// @param variable whose value chooses
  /// @param cases the first step by value; `default` where no other fits
  record Switch(Head head, String variable, Map<String, String> cases) implements PlaybookStep {
    public static final String DEFAULT = "default";

    public Switch {
      cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
    }

    @Override
    public List<String> branches() {
      return List.copyOf(cases.values());
    }
  }

  /// What a person or a program is told to do.
  ///
  /// @param type `manual`, or one of CACAO that this program never runs: a person reads it
  record Command(String type, String text) {
    public boolean manual() {
      return type.equals("manual");
    }
  }

  /// What all steps have.
  ///
  /// @param delay before it begins
  /// @param timeout after which it counts as failed
  record Head(
      String id,
      String name,
      String description,
      Optional<String> onCompletion,
      Optional<String> onSuccess,
      Optional<String> onFailure,
      Duration delay,
      Optional<Duration> timeout,
      StepRules rules,
      Place place) {

    /// The step after it where it went well.
    public Optional<String> after() {
      return onSuccess.or(() -> onCompletion);
    }

    /// The name, or the id where it has none.
    public String title() {
      return name.isEmpty() ? id : name;
    }
  }
}
