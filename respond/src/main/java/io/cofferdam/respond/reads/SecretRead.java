package io.cofferdam.respond.reads;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;

/// Somebody read a secret or a parameter, or tried to. Listed whoever it was, because what a secret
/// opens is not in the log that tells of its reading.
///
/// @param principal the name of who read, empty where the log does not say
/// @param address from where, empty where the log does not say
/// @param errorCode empty when the read succeeded
public record SecretRead(
    Instant time,
    String action,
    String principal,
    String address,
    ResourceId secret,
    String errorCode,
    EventRef event) {

  public boolean succeeded() {
    return errorCode.isEmpty();
  }
}
