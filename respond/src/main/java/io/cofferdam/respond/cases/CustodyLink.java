package io.cofferdam.respond.cases;

/// One signed step of a custody chain.
///
/// @param number of its event in the case
/// @param event what was signed
/// @param key the name of the key whose signature was checked
/// @param hash SHA-256 of the event as it is kept: the next link's signature covers it
public record CustodyLink(int number, CaseEvent.Custody event, String key, String hash) {}
