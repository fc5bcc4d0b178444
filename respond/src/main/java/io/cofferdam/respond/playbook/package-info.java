/// Playbooks as data: what is to be done about a leak, by whom, in which order, after whose
// consent.
///
/// Starting points: [PlaybookReader] reads a CACAO 2.0 document in JSON or YAML, [PlaybookCheck]
/// says what is wrong with it, [ShippedPlaybooks] are those of the catalogue. The package `run`
/// carries one out on a case.
///
/// Failure direction: a document with any flaw is not run. What a document does not say counts as
/// the dangerous case: a command of unknown kind may destroy, a value that nobody told is unknown,
/// and a condition that is unknown stops for a person.
@NullMarked
package io.cofferdam.respond.playbook;

import org.jspecify.annotations.NullMarked;
