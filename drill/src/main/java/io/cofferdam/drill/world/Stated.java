package io.cofferdam.drill.world;

/// A log of which the company's data map states that it is here whole.
///
/// @param log as the data map writes it: `azure-activity`, `azure-storage-writes`
/// @param about the subscription, or the account's blob endpoint
public record Stated(String log, String about) {}
