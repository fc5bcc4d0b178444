package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.List;

/// Actions that somebody can do on a pattern of resources.
///
/// @param actions in order; a pattern such as `s3:Get*` stands for all actions of it
/// @param resources a pattern as the policy writes it, or a resource's ARN
/// @param because the statement it comes from
public record WhatLine(List<String> actions, String resources, Verdict verdict, String because) {
  public WhatLine {
    actions = List.copyOf(actions);
  }
}
