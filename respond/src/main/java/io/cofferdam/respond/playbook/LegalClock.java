package io.cofferdam.respond.playbook;

import java.time.Duration;

/// Binds a step to a time limit of law: it is due a while after the moment that a variable holds.
///
/// @param duty the id of the duty in the catalogue of jurisdictions: `eu-gdpr-33-1`
/// @param from the variable that holds the moment the clock started, as ISO 8601
/// @param within from that moment on; hours, as the law counts them, not working days
/// @param warn how long before the end people are reminded
/// @param place where it is written
public record LegalClock(String duty, String from, Duration within, Duration warn, Place place) {}
