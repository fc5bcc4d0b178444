/// Leads a case: exposure windows, reads, scope, origin.
@NullMarked
package io.cofferdam.respond;

import org.jspecify.annotations.NullMarked;
