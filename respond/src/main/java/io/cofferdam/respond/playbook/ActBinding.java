package io.cofferdam.respond.playbook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An act that the program carries out where it can; the command beside it says the same for a
/// person.
///
/// @param id of the act: `aws.s3.close-bucket`
/// @param target what it is aimed at: `account`, `region` and the names of its kind, each a text or
///     a variable `__bucket__:value`
public record ActBinding(String id, Map<String, String> target, Place place) {
  public ActBinding {
    target = Collections.unmodifiableMap(new LinkedHashMap<>(target));
  }
}
