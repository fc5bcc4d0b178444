/// Keeps object accesses on disk, partitioned so that the lines of one request lie together;
/// starting point [io.cofferdam.respond.spill.AccessSpill].
///
/// Failure direction: a disk that cannot be written or read fails the run; nothing is dropped.
@NullMarked
package io.cofferdam.respond.spill;

import org.jspecify.annotations.NullMarked;
