@NullMarked
package io.cofferdam.respond.act;

import org.jspecify.annotations.NullMarked;
