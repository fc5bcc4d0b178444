/// What the company keeps where, as far as it told us; starting point [DataMap].
@NullMarked
package io.cofferdam.model.datamap;

import org.jspecify.annotations.NullMarked;
