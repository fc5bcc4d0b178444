/// Reads findings of GuardDuty and Security Hub; starting points [GuardDutyFormat] and
/// [SecurityHubFormat].
@NullMarked
package io.cofferdam.logs.findings;

import org.jspecify.annotations.NullMarked;
