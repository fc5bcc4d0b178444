package io.cofferdam.respond.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.act.ActPlan;
import java.util.List;
import java.util.Optional;

/// What a planned act does and undoes, call by call, from which every form of export is written.
/// Texts `$state:/pointer` among the parameters are those of a [Take] that comes before.
///
/// @param before what the plan's state had, as far as one value can be asserted
/// @param after what the state has once all steps are made, likewise
/// @param unasserted places that the steps change and that cannot be asserted by one value
public record Script(
    ActPlan plan,
    List<Step> steps,
    List<Assertion> before,
    List<Assertion> after,
    List<String> unasserted) {
  public Script {
    steps = List.copyOf(steps);
    before = List.copyOf(before);
    after = List.copyOf(after);
    unasserted = List.copyOf(unasserted);
  }

  /// A call by the names of the vendor's model.
  public record Call(String service, String operation, ObjectNode parameters) {
    /// `s3 PutPublicAccessBlock`
    public String words() {
      return service + " " + operation;
    }
  }

  /// A value that an answer tells.
  ///
  /// @param pointer its place in the act's state
  /// @param selector where the answer has it: `$.SecurityGroups[0].GroupId`
  /// @param type as Automation names it: `String`, `MapList`
  public record Take(String pointer, String selector, String type) {
    /// Its name in the document: `/group/id` is `GroupId`.
    public String name() {
      var name = new StringBuilder();
      for (var part : pointer.split("/", -1)) {
        if (!part.isEmpty()) {
          name.append(Character.toUpperCase(part.charAt(0)))
              .append(part.substring(1).replaceAll("[^A-Za-z0-9]", ""));
        }
      }
      return name.toString();
    }
  }

  /// A reading that is made right before the call that needs it.
  public record Read(Call call, Take take) {}

  /// One change.
  ///
  /// @param reads what is read right before it
  /// @param gives what its answer tells that later calls need
  /// @param undo how it is undone
  public record Step(
      String words, Call call, List<Read> reads, List<Take> gives, Optional<Undo> undo) {
    public Step {
      reads = List.copyOf(reads);
      gives = List.copyOf(gives);
    }
  }

  /// The inverse of a step.
  public record Undo(Call call, List<Read> reads) {
    public Undo {
      reads = List.copyOf(reads);
    }
  }

  /// One value that must be so.
  ///
  /// @param value as text: `true`
  public record Assertion(Call call, String selector, String value) {}

  /// What the steps made that only the run tells, and that going back needs: a parameter of a
  /// document that only goes back.
  public List<Take> given() {
    return steps.stream().flatMap(step -> step.gives().stream()).toList();
  }

  /// What the whole is, in a line.
  public String title() {
    return plan.kind().title() + ": " + target();
  }

  /// `bucket shop-training in account 111122223333`
  public String target() {
    var words = new StringBuilder();
    plan.target()
        .names()
        .forEach((word, name) -> words.append(word).append(' ').append(name).append(", "));
    words.append("account ").append(plan.target().account());
    return plan.target().region().isEmpty()
        ? words.toString()
        : words.append(", region ").append(plan.target().region()).toString();
  }
}
