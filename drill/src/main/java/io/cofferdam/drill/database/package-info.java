/// Tells of databases in the shapes of their audit logs ([PostgresLines]).
@NullMarked
package io.cofferdam.drill.database;

import org.jspecify.annotations.NullMarked;
