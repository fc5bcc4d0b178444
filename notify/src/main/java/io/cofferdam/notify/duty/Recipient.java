package io.cofferdam.notify.duty;

import io.cofferdam.notify.rule.RecipientKind;

/// Who must be told.
///
/// @param country ISO country of the recipient, or empty
/// @param name in words, such as `supervisory authority of DE (lead)`
public record Recipient(RecipientKind kind, String country, String name) {}
