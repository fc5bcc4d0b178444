package io.cofferdam.access.aws.estate.answer;

import java.util.Optional;

/// One thing that allows: a statement, a key grant, an access control list.
///
/// @param sentence for a person
/// @param removable how to take it away; empty where it is not of the snapshot
public record Ground(String sentence, Optional<Removable> removable) {}
