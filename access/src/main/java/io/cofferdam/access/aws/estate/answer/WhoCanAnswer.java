package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.List;
import java.util.Optional;

/// Who can do what was asked. Principals of the estate that are not listed cannot, whatever the
/// context, but for what `gaps` names.
///
/// @param holders in order of their ARNs
/// @param outsiders those beyond the estate
/// @param gaps what the snapshot lacks: there may be holders that it does not know
public record WhoCanAnswer(
    Question question, List<Holder> holders, List<Outsider> outsiders, List<String> gaps) {
  public WhoCanAnswer {
    holders = List.copyOf(holders);
    outsiders = List.copyOf(outsiders);
    gaps = List.copyOf(gaps);
  }

  /// The verdict on one principal of the estate.
  public Verdict verdict(String principal) {
    Optional<Holder> holder =
        holders.stream().filter(h -> h.principal().equals(principal)).findFirst();
    return holder.map(Holder::verdict).orElse(Verdict.NO);
  }
}
