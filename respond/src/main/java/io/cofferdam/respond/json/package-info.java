/// Reads the JSON fragments that events carry; starting point [io.cofferdam.respond.json.Json].
@NullMarked
package io.cofferdam.respond.json;

import org.jspecify.annotations.NullMarked;
