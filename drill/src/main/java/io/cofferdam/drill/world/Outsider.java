package io.cofferdam.drill.world;

import io.cofferdam.model.read.ReaderKind;
import java.util.List;

/// Somebody in the plot who reads what was not meant for them.
///
/// @param principal the name under which a report groups the reads
/// @param seats the actor at each address used
public record Outsider(ReaderKind kind, String principal, Store store, List<Seat> seats) {
  public Outsider {
    seats = List.copyOf(seats);
  }
}
