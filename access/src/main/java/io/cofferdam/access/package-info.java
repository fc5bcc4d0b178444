/// Decides and proves who can do what to which resource.
@NullMarked
package io.cofferdam.access;

import org.jspecify.annotations.NullMarked;
