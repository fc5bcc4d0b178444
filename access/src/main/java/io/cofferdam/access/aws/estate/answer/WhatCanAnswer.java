package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a principal can do.
///
/// @param own lines for the principal itself
/// @param asOthers lines for whomever it can come to act as, by words such as `role train (...)`
/// @param ways how it comes to act as each, same keys
/// @param verdicts whether each of these is certain, same keys
public record WhatCanAnswer(
    String principal,
    List<WhatLine> own,
    Map<String, List<WhatLine>> asOthers,
    Map<String, String> ways,
    Map<String, Verdict> verdicts) {
  public WhatCanAnswer {
    own = List.copyOf(own);
    asOthers = new TreeMap<>(asOthers);
    ways = new TreeMap<>(ways);
    verdicts = new TreeMap<>(verdicts);
  }
}
