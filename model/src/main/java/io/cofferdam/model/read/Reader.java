package io.cofferdam.model.read;

import java.util.List;

/// Somebody who read what was not meant for them.
///
/// @param name principal under which the reads are grouped: role or user ARN, `anonymous`, account
/// @param account the reader's account, or empty
/// @param accessKeys ids of the keys used
/// @param chain how the credential came about, from the first principal to the last session, where
///     role assumption was logged
public record Reader(
    ReaderKind kind, String name, String account, List<String> accessKeys, List<String> chain) {
  public Reader {
    accessKeys = List.copyOf(accessKeys);
    chain = List.copyOf(chain);
  }
}
