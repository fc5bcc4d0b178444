@NullMarked
package io.cofferdam.respond.act.proof;

import org.jspecify.annotations.NullMarked;
