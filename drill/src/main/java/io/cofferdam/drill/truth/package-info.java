/// What really happened, for scoring: [Truth], made by [Truths] and written by [TruthFile].
@NullMarked
package io.cofferdam.drill.truth;

import org.jspecify.annotations.NullMarked;
