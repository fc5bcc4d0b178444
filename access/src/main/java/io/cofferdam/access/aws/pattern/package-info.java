/// Matches AWS wildcard patterns, and finds texts that match some and not others.
///
/// Starting points: [io.cofferdam.access.aws.pattern.Pattern],
/// [io.cofferdam.access.aws.pattern.PatternSearch].
@NullMarked
package io.cofferdam.access.aws.pattern;

import org.jspecify.annotations.NullMarked;
