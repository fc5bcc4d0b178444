/// What a log format implements and what a consumer of events offers; starting point [LogFormat].
@NullMarked
package io.cofferdam.logs.spi;

import org.jspecify.annotations.NullMarked;
