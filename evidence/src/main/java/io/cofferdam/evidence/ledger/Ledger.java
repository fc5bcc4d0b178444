package io.cofferdam.evidence.ledger;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import java.util.List;

/// A log that facts can be added to and never be changed in or taken from.
///
/// INVARIANT: what was acknowledged by a [Receipt] is durable and part of every later checkpoint.
public interface Ledger extends AutoCloseable {
  /// Adds one fact and returns once it is durable; calls from several threads share a batch.
  ///
  /// @throws io.cofferdam.model.CofferdamException when it is not durable: the act that the fact
  ///     records must then not happen
  Receipt append(Fact fact);

  /// Adds many facts in batches of 1,000, in their order.
  List<Receipt> appendAll(List<Fact> facts);

  /// The tree head after the last durable batch.
  Checkpoint checkpoint();

  @Override
  void close();
}
