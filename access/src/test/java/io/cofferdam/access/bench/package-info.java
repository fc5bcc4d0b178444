/// Whole-process benchmarks of the access engine, run by `bench/access.sh`.
@NullMarked
package io.cofferdam.access.bench;

import org.jspecify.annotations.NullMarked;
