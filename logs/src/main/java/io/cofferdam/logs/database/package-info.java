/// Reads audit logs of databases; one sub-package per engine.
///
/// Statement text is never kept: it can hold personal data and secrets.
@NullMarked
package io.cofferdam.logs.database;

import org.jspecify.annotations.NullMarked;
