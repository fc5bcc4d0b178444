package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.List;

/// Somebody who is not of the estate and can do what was asked, or can under conditions.
///
/// @param who an ARN, an account, a service, `everyone` or `every AWS account`
/// @param onlyIf the conditions, in words
public record Outsider(String who, Verdict verdict, List<String> onlyIf) {
  public Outsider {
    onlyIf = List.copyOf(onlyIf);
  }
}
