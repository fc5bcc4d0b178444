package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.pattern.Pattern;
import java.util.List;
import java.util.Map;

/// The requests among which one class of callers is searched: actions, resources, key values.
///
/// @param actions the action matches one of these
/// @param withResource whether actions that have no resource, which AWS authorizes against `*`,
///     are left out
/// @param resources by the variable of the test: the resource matches one of these; what is not
///     listed may be anything
public record RequestShape(
    List<Pattern> actions,
    boolean withResource,
    Map<String, List<Pattern>> resources,
    Domains domains) {
  public RequestShape {
    actions = List.copyOf(actions);
    resources = Map.copyOf(resources);
  }

  RequestShape with(Domains other) {
    return new RequestShape(actions, withResource, resources, other);
  }
}
