/// Reads PostgreSQL logs with pgaudit as RDS delivers them; starting point
/// [PostgresFormat].
@NullMarked
package io.cofferdam.logs.database.postgresql;

import org.jspecify.annotations.NullMarked;
