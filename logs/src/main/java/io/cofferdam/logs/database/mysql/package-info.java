/// Reads MySQL and MariaDB audit and general logs as RDS delivers them; starting points
/// [ServerAuditFormat] and [GeneralLogFormat].
@NullMarked
package io.cofferdam.logs.database.mysql;

import org.jspecify.annotations.NullMarked;
