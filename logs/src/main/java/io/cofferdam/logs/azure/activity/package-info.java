/// Reads the Azure Activity log; starting point [ActivityDecoder].
@NullMarked
package io.cofferdam.logs.azure.activity;

import org.jspecify.annotations.NullMarked;
