/// Computes who must be told what by when, and prepares the text for review: start at
/// `duty.DutyEngine`, then `facts.FactsFrom`, `rule.RuleCatalogue` and `draft.Drafts`.
///
/// Failure direction: a rule that is not verified may add a duty or "undetermined", it never
/// clears one; a missing fact is unknown, never "no"; without a named person there is no moment of
/// awareness and therefore no due date, only what-ifs. Nothing is ever sent.
@NullMarked
package io.cofferdam.notify;

import org.jspecify.annotations.NullMarked;
