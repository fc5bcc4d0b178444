/// What an adapter of a cloud gives: answers to single read-only calls.
///
/// Starting point: [CloudReader].
@NullMarked
package io.cofferdam.posture.spi;

import org.jspecify.annotations.NullMarked;
