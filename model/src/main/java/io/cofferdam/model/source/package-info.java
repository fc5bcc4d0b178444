/// What was read to reach an answer and how complete it is; starting points [InputSummary] and
/// [SourceCoverage].
@NullMarked
package io.cofferdam.model.source;

import org.jspecify.annotations.NullMarked;
