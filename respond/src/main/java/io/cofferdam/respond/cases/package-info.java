/// A case: who works on a leak, what they decided, and what was done, as a list of events that only
/// grows.
///
/// Starting points: [CaseFile] folds events and judges a further one, [CaseEvent] lists what can
/// happen, [Approval] says whether a plan may be carried out. Nothing here reads a clock, a file or
/// a network. Failure direction: an event that breaks a rule is refused with words, and what is
/// doubtful about an approval makes it no approval.
@NullMarked
package io.cofferdam.respond.cases;

import org.jspecify.annotations.NullMarked;
