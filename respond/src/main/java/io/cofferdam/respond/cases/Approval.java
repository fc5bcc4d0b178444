package io.cofferdam.respond.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request and what came of it. The signatures were checked when they were accepted.
///
/// Four eyes: those who approve are other people than the one who asks, each with a key of their
/// own that was enrolled before the request. Where a machine asks, two people at least approve.
///
/// @param requestedAs the number of the event of the request
/// @param approvers who approved, in their order
/// @param ended how it was ended by a decision, if it was
public record Approval(
    ApprovalRequest request,
    int requestedAs,
    List<PersonId> approvers,
    Optional<ApprovalStatus> ended) {
  public Approval {
    approvers = List.copyOf(approvers);
  }

  /// Where it stands.
  ///
  /// @param people on the case now: somebody who was removed no longer counts
  ApprovalStatus status(Map<PersonId, CasePerson> people, Instant now) {
    if (ended.isPresent()) {
      return ended.get();
    }
    if (!now.isBefore(request.expiresAt())) {
      return new ApprovalStatus.Expired(request.expiresAt());
    }
    if (request.requester() instanceof Actor.Person(var id) && standing(people.get(id)).isEmpty()) {
      return new ApprovalStatus.Moot("`" + id + "`, who asked, is no longer on the case");
    }
    var counted = approvers.stream().flatMap(each -> standing(people.get(each)).stream()).toList();
    var missing = missing(counted);
    var ids = counted.stream().map(CasePerson::id).toList();
    return missing.isEmpty()
        ? new ApprovalStatus.Granted(ids, request.expiresAt())
        : new ApprovalStatus.Waiting(ids, missing);
  }

  /// How many people must approve.
  int quorum() {
    return request.requester() instanceof Actor.Machine
        ? Math.max(2, request.rule().quorum())
        : request.rule().quorum();
  }

  /// Somebody who is on the case, and was without a break since before the request.
  Optional<CasePerson> standing(@Nullable CasePerson person) {
    return Optional.ofNullable(person)
        .filter(each -> each.active() && each.key().isPresent() && each.enrolledAs() < requestedAs);
  }

  private List<String> missing(List<CasePerson> counted) {
    var missing = new ArrayList<String>();
    int more = quorum() - counted.size();
    if (more > 0) {
      missing.add(more == 1 ? "one more person" : more + " more people");
    }
    for (var role : request.rule().including()) {
      if (counted.stream().noneMatch(each -> each.roles().contains(role))) {
        missing.add("somebody who is " + role.word());
      }
    }
    return missing;
  }

  Approval approvedBy(PersonId person) {
    var more = new ArrayList<>(approvers);
    more.add(person);
    return new Approval(request, requestedAs, more, ended);
  }

  Approval endedBy(ApprovalStatus end) {
    return new Approval(request, requestedAs, approvers, Optional.of(end));
  }
}
