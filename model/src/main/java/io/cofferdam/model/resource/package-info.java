/// What can leak and who acts on it; starting points [ResourceId] and [Caller].
@NullMarked
package io.cofferdam.model.resource;

import org.jspecify.annotations.NullMarked;
