package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.request.Verdict;

/// A principal that can do what was asked, or can under conditions.
///
/// @param principal ARN
/// @param verdict `YES` or `ONLY_IF`
public record Holder(String principal, Verdict verdict) {}
