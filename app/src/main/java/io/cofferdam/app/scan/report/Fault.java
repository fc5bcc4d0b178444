package io.cofferdam.app.scan.report;

import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Exposes;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.control.Severity;
import io.cofferdam.posture.rank.NoticeRank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// One fault that resources share: a control that is violated on them, with one severity.
///
/// @param findings at least one
/// @param following the ids of controls that are violated because of it and are told nowhere else
public record Fault(
    Control control, Severity severity, List<Judged> findings, List<String> following) {
  public Fault {
    findings = List.copyOf(findings);
    following = List.copyOf(following);
  }

  private record Kind(Control control, Severity severity) {}

  /// The faults in the order in which they matter: the gravest first; of these, what opens a
  /// resource to outsiders; then what narrows a notice most; then what most resources share.
  public static List<Fault> ranked(List<Judged> violated, NoticeRank rank) {
    var following = new Following(violated);
    return violated.stream()
        .filter(each -> !following.follows(each))
        .collect(
            Collectors.groupingBy(
                each -> new Kind(each.finding().control(), each.finding().severity()),
                LinkedHashMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            each ->
                new Fault(
                    each.getKey().control(),
                    each.getKey().severity(),
                    each.getValue(),
                    following.of(each.getValue())))
        .sorted(
            Comparator.comparing(Fault::severity)
                .thenComparing(fault -> fault.control().exposes() == Exposes.NOTHING)
                .thenComparing(fault -> -fault.gain(rank))
                .thenComparing(fault -> -fault.findings().size())
                .thenComparing(fault -> fault.control().id()))
        .toList();
  }

  /// By how much mending it on one resource narrows what has to be told of a leak, at most.
  private long gain(NoticeRank rank) {
    return findings.stream().mapToLong(each -> rank.gain(each.finding())).max().orElse(0);
  }

  /// The first of its resources.
  public Judged first() {
    return findings.getFirst();
  }

  /// Why the first is violated, in a sentence.
  public String why() {
    return first().finding().outcome() instanceof Outcome.Violated(var why, _) ? why : "";
  }

  /// What else is said of it: why it weighs what it weighs, and what follows from it; or empty.
  public List<String> remarks() {
    var remarks = new ArrayList<String>();
    var weighed = first().finding().weighed();
    if (!weighed.isEmpty()) {
      remarks.add("else " + control.severity().word() + ": " + String.join(", ", weighed));
    }
    if (!following.isEmpty()) {
      remarks.add("so also violated: " + String.join(", ", following));
    }
    return remarks;
  }

  /// What shows it on the first, or empty.
  public List<String> witness() {
    return first().finding().outcome() instanceof Outcome.Violated(_, var witness)
        ? witness
        : List.of();
  }
}
