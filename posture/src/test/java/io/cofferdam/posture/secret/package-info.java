/// Tests that no secret is kept.
@NullMarked
package io.cofferdam.posture.secret;

import org.jspecify.annotations.NullMarked;
