package io.cofferdam.model;

/// Something that could not be established, and why: `what` names it, `why` says which input is
/// missing, damaged or not yet supported.
public record Unknown(String what, String why) {}
