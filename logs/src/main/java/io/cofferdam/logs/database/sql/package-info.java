/// Finds verb and relations of a statement without keeping its text; starting point
/// [SqlStatement].
@NullMarked
package io.cofferdam.logs.database.sql;

import org.jspecify.annotations.NullMarked;
