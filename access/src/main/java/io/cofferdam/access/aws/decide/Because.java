package io.cofferdam.access.aws.decide;

/// One thing that decided.
///
/// @param statement the statement's name, or empty where no statement is concerned
/// @param sentence for a person
public record Because(PolicyLayer layer, String statement, String sentence) {}
