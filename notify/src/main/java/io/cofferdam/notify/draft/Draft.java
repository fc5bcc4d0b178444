package io.cofferdam.notify.draft;

/// One draft for review.
///
/// @param fileName name within the drafts folder
/// @param text its whole content
public record Draft(String fileName, String text) {}
