/// Canonical JSON (RFC 8785 without fractions): one value, one text; starting points [Json] and
/// [JsonReader].
@NullMarked
package io.cofferdam.evidence.json;

import org.jspecify.annotations.NullMarked;
