package io.cofferdam.posture.predicate;

/// A condition that asks what trails record, or where they write to: a change of one trail bears on
/// it for all resources of the account, or of the organisation.
public interface AsksTrails extends Predicate {}
