package io.cofferdam.respond.cases;

import java.time.Instant;
import java.util.List;

/// Where a request stands at an instant.
public sealed interface ApprovalStatus {
  /// Too few approved so far.
  ///
  /// @param missing what is still needed, in words; never empty
  record Waiting(List<PersonId> approved, List<String> missing) implements ApprovalStatus {
    public Waiting {
      approved = List.copyOf(approved);
      missing = List.copyOf(missing);
    }
  }

  /// The plan may be carried out until `until`.
  record Granted(List<PersonId> approved, Instant until) implements ApprovalStatus {
    public Granted {
      approved = List.copyOf(approved);
    }
  }

  record Rejected(PersonId by, String why) implements ApprovalStatus {}

  record Withdrawn(Actor by, String why) implements ApprovalStatus {}

  /// A plan is being or was carried out on the strength of it; for another it counts no more.
  record Used(String act) implements ApprovalStatus {}

  record Expired(Instant at) implements ApprovalStatus {}

  /// It can never be granted, for a reason that nobody decided about it.
  record Moot(String why) implements ApprovalStatus {}
}
