package io.cofferdam.respond.cases;

/// Something a case refers to.
///
/// @param reference a path, an address or an id
/// @param sha256 of what it refers to, 64 hexadecimal digits, or empty where that is not known
public record Link(LinkKind kind, String reference, String sha256) {}
