/// Reads AWS Config items, histories, snapshots and notifications; starting point
/// [ConfigFormat].
@NullMarked
package io.cofferdam.logs.config;

import org.jspecify.annotations.NullMarked;
