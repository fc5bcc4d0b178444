package io.cofferdam.app.scan.report;

import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.posture.control.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Something that is not known, with the findings that hang on it.
///
/// @param what `s3:GetBucketPolicy was denied`
public record Missing(String what, List<Judged> findings) {
  public Missing {
    findings = List.copyOf(findings);
  }

  /// Each missing thing once, what most hangs on first.
  public static List<Missing> of(List<Judged> undetermined) {
    var missing = new TreeMap<String, List<Judged>>();
    for (var judged : undetermined) {
      if (judged.finding().outcome() instanceof Outcome.Undetermined(var what)) {
        what.stream()
            .distinct()
            .forEach(each -> missing.computeIfAbsent(each, _ -> new ArrayList<>()).add(judged));
      }
    }
    return missing.entrySet().stream()
        .map(each -> new Missing(each.getKey(), each.getValue()))
        .sorted(
            Comparator.comparingInt((Missing each) -> -each.findings().size())
                .thenComparing(Missing::what))
        .toList();
  }

  /// How many resources or places it is about.
  public long places() {
    return findings.stream().map(each -> each.finding().resource().id()).distinct().count();
  }

  /// The controls that need it.
  public List<String> controls() {
    return ids(findings.stream());
  }

  private static List<String> ids(Stream<Judged> findings) {
    return findings.map(each -> each.finding().control().id()).distinct().sorted().toList();
  }
}
