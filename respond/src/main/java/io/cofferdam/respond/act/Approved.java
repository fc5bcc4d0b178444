package io.cofferdam.respond.act;

import java.time.Instant;
import java.util.List;

/// People approved one plan. Made only where their signatures were checked.
///
/// @param planHash of the plan that they saw
/// @param by who approved, none of them the one who asked
/// @param until when it expires
public record Approved(String planHash, List<String> by, Instant until) {
  public Approved {
    by = List.copyOf(by);
  }
}
