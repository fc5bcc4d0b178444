/// Tests that logs are copied whole.
@NullMarked
package io.cofferdam.app.fetch;

import org.jspecify.annotations.NullMarked;
