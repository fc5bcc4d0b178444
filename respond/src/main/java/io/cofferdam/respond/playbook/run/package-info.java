/// Carries out a playbook on a case.
///
/// Starting points: [PlaybookRunner] does what the pure [Interpreter] says is next; [RunState] is
/// what the events of a run add up to; [ActPort] is what carries out acts.
///
/// Failure direction: nothing is done before it is on record that it begins. Whatever ends the
/// program, the next run reads the record and goes on at that place; what may have been done is
/// asked for again under the same key, so that it is done once. What is unknown stops for a person,
/// and from every stop going on and going back both work.
@NullMarked
package io.cofferdam.respond.playbook.run;

import org.jspecify.annotations.NullMarked;
