/// Tests of evidence in the custody of people.
@NullMarked
package io.cofferdam.app.custody;

import org.jspecify.annotations.NullMarked;
