package io.cofferdam.model.read;

import io.cofferdam.model.Reason;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;
import java.util.List;

/// What one reader took from one resource.
///
/// @param objects number of distinct objects (versions count apart) of which content was sent
/// @param partialObjects how many of them were only sent in part
/// @param sample some of the keys, shortened and free of personal data where they look like it
/// @param reads successful reads, each counted once however many logs tell of it
/// @param listings successful listings (object names left the store)
/// @param bytes bytes sent, as far as logged
/// @param events references to some of the events, so that the numbers can be checked
/// @param addresses distinct source addresses, most used first, cut at a hundred
public record ReaderReads(
    Reader reader,
    ResourceId resource,
    long objects,
    long partialObjects,
    List<String> sample,
    long reads,
    long listings,
    long bytes,
    Instant first,
    Instant last,
    List<String> addresses,
    List<EventRef> events,
    List<Reason> because) {
  public ReaderReads {
    sample = List.copyOf(sample);
    addresses = List.copyOf(addresses);
    events = List.copyOf(events);
    because = List.copyOf(because);
  }
}
