/// Single changes judged against judging everything anew; starting point [WatchTest].
@NullMarked
package io.cofferdam.posture.watch;

import org.jspecify.annotations.NullMarked;
