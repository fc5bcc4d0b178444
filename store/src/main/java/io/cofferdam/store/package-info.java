/// Keeps cases in a SQLite file, or in PostgreSQL where several machines share them.
///
/// Starting point: [CaseStore]. Both are driven by plain JDBC with the same statements
/// (`docs/adr/0011-one-store-two-databases.md`). Failure direction: what the database did not
/// confirm as durable is an exception with a code; a store that is damaged, or newer than the
/// program, is not opened.
@NullMarked
package io.cofferdam.store;

import org.jspecify.annotations.NullMarked;
