package io.cofferdam.model;

/// One further input that would narrow the result: `input` names it so that a person can fetch it,
/// `effect` says what it would change, `gain` orders the list (larger first: how many units of
/// at-most minus at-least it could remove).
public record Narrowing(String input, String effect, long gain) {}
