package io.cofferdam.respond.cases;

/// Somebody to be called.
///
/// @param reach telephone, mail or both, as one writes it down
/// @param remark such as the number of the contract; may be empty
public record Contact(ContactKind kind, String name, String reach, String remark) {}
