package io.cofferdam.app.scan.compliance;

import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.baseline.Standing;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.control.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a scan says about one framework: for each clause that a control serves, the controls and
/// what they gave. It says nothing of clauses that no control serves.
///
/// @param clauses in the order of the framework
public record FrameworkView(Framework framework, List<Clause> clauses) {
  /// What the view says of itself wherever it is shown.
  public static final String CAVEAT =
      "A clause asks for more than configuration. What stands here is what these controls saw; it"
          + " is no statement that a clause is fulfilled.";

  public FrameworkView {
    clauses = List.copyOf(clauses);
  }

  /// A clause with the controls that serve it.
  ///
  /// @param title what it is about in a few words, or empty
  public record Clause(String id, String title, List<Served> controls) {
    public Clause {
      controls = List.copyOf(controls);
    }

    /// What its controls gave, taken together.
    public Counts counts() {
      return controls.stream().map(Served::counts).reduce(Counts.NONE, Counts::plus);
    }

    /// `violated`, `undetermined`, `met` or `nothing to judge`.
    public String state() {
      return counts().state();
    }

    /// Whether a named person has checked every mapping against the text.
    public boolean reviewed() {
      return controls.stream().allMatch(each -> each.requirement().reviewed());
    }
  }

  /// One control as it serves a clause.
  public record Served(Control control, Requirement requirement, Counts counts) {}

  /// Numbers of resources by outcome.
  ///
  /// @param suppressed how many of those violated or undetermined somebody answers for
  public record Counts(
      long met, long violated, long undetermined, long notApplicable, long suppressed) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          met + other.met,
          violated + other.violated,
          undetermined + other.undetermined,
          notApplicable + other.notApplicable,
          suppressed + other.suppressed);
    }

    /// The gravest that there is, in words. A suppressed violation is still one.
    public String state() {
      if (violated > 0) {
        return "violated";
      }
      if (undetermined > 0) {
        return "undetermined";
      }
      return met > 0 ? "met" : "nothing to judge";
    }
  }

  /// The view of a framework.
  ///
  /// @param controls those that were evaluated
  public static FrameworkView of(
      Framework framework, List<Control> controls, List<Judged> findings) {
    return of(framework, controls, counts(findings));
  }

  /// The views of several, over the findings once.
  public static List<FrameworkView> of(
      List<Framework> frameworks, List<Control> controls, List<Judged> findings) {
    var counts = frameworks.isEmpty() ? Map.<String, Counts>of() : counts(findings);
    return frameworks.stream().map(each -> of(each, controls, counts)).toList();
  }

  private static FrameworkView of(
      Framework framework, List<Control> controls, Map<String, Counts> counts) {
    var clauses = new TreeMap<String, List<Served>>(new ClauseOrder(framework));
    for (var control : controls) {
      for (var requirement : control.requirements()) {
        if (requirement.framework().equals(framework.id())) {
          clauses
              .computeIfAbsent(requirement.clause(), _ -> new ArrayList<>())
              .add(
                  new Served(control, requirement, counts.getOrDefault(control.id(), Counts.NONE)));
        }
      }
    }
    return new FrameworkView(
        framework,
        clauses.entrySet().stream()
            .map(
                each ->
                    new Clause(
                        each.getKey(),
                        framework.clauses().getOrDefault(each.getKey(), ""),
                        each.getValue()))
            .toList());
  }

  private static Map<String, Counts> counts(List<Judged> findings) {
    var counts = new HashMap<String, Counts>();
    for (var judged : findings) {
      counts.merge(
          judged.finding().control().id(),
          one(judged.finding(), judged.standing() instanceof Standing.Suppressed),
          Counts::plus);
    }
    return counts;
  }

  private static Counts one(Finding finding, boolean suppressed) {
    var answered = suppressed ? 1 : 0;
    return switch (finding.outcome()) {
      case Outcome.Met _ -> new Counts(1, 0, 0, 0, answered);
      case Outcome.Violated _ -> new Counts(0, 1, 0, 0, answered);
      case Outcome.Undetermined _ -> new Counts(0, 0, 1, 0, answered);
      case Outcome.NotApplicable _ -> new Counts(0, 0, 0, 1, answered);
    };
  }
}
