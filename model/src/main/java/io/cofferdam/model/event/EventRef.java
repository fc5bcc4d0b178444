package io.cofferdam.model.event;

/// Where a fact was read: `input` is the number of the input file in the list of inputs, `record`
/// the number of the record in it (from 1), `id` the provider's own event or request id, or empty.
public record EventRef(int input, long record, String id) {}
