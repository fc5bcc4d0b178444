package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.reach.Step;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.List;

/// The end of a way: the actor that is allowed everything asked, and what opened the resource
/// before.
///
/// @param openings acts on the resources themselves, in order; `to` is the actor they favour
record End(Actor actor, Verdict verdict, List<Deed> deeds, List<Step> openings) {
  End {
    deeds = List.copyOf(deeds);
    openings = List.copyOf(openings);
  }
}
