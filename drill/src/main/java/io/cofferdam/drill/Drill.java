package io.cofferdam.drill;

import io.cofferdam.drill.aws.AwsLogs;
import io.cofferdam.drill.truth.Truth;

/// A drill that was generated: its truth and what was written.
public record Drill(Truth truth, AwsLogs.Tally tally) {}
