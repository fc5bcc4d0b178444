/// Signed notes and the tree heads they carry (C2SP signed-note and tlog-checkpoint); starting
/// points [Checkpoint] and [SignedNote].
@NullMarked
package io.cofferdam.evidence.checkpoint;

import org.jspecify.annotations.NullMarked;
