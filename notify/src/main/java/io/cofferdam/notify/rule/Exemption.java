package io.cofferdam.notify.rule;

/// What lifts a duty. An exemption whose condition is unknown lifts nothing.
///
/// @param instead what must be done in its place, or empty
public record Exemption(String id, String citation, Condition when, String why, String instead) {}
