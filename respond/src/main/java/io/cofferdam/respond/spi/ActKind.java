package io.cofferdam.respond.spi;

import java.util.List;

/// What kind of act it is, for people and for the plan.
///
/// @param id `aws.s3.close-bucket`
/// @param title what it does, in a few words
/// @param names the words by which its target is named, in order: `bucket`
/// @param way whether there is a way back
/// @param limits what it does not do, or breaks, that a responder must know; whole sentences
///     without full stop
/// @param source the vendor's page that tells how the calls behave
public record ActKind(
    String id, String title, List<String> names, WayBack way, List<String> limits, String source) {
  public ActKind {
    names = List.copyOf(names);
    limits = List.copyOf(limits);
  }
}
