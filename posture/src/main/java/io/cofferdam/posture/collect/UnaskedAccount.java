package io.cofferdam.posture.collect;

/// An account that was to be asked and could not be.
///
/// @param why in a sentence
public record UnaskedAccount(String account, String why) {}
