/// Computes who must be told what by when, and drafts the text for review.
@NullMarked
package io.cofferdam.notify;

import org.jspecify.annotations.NullMarked;
