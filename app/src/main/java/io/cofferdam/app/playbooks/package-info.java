/// Playbooks for people: found, shown, checked, and carried out on a case.
///
/// Starting points: [PlaybookShelf] finds one, [PlaybookPage] writes it out, [CaseFit] holds it
/// against a case, [RunDesk] carries it out.
///
/// Failure direction: a playbook with a flaw is not started.
@NullMarked
package io.cofferdam.app.playbooks;

import org.jspecify.annotations.NullMarked;
