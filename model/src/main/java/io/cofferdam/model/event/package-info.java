/// What a log said happened, one record per kind of event; starting point [Event].
@NullMarked
package io.cofferdam.model.event;

import org.jspecify.annotations.NullMarked;
