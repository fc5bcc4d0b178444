package io.cofferdam.model.datamap;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A planted record whose appearance proves origin.
///
/// @param sha256 hash of the canary's text (trimmed, UTF-8), hex; the text itself is not kept
/// @param length length of the text in code points, so that leaked text can be searched for it
/// @param store name of the store in the data map that alone holds it
/// @param plantedAt when it was planted, or null
public record Canary(String sha256, int length, String store, @Nullable Instant plantedAt) {}
