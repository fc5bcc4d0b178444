/// Splits JSON logs of any outer shape into records in one pass over the bytes and indexes each
/// record's own keys; starting points [JsonRecords] and [JsonObject].
@NullMarked
package io.cofferdam.logs.json;

import org.jspecify.annotations.NullMarked;
