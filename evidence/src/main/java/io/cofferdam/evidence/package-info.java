/// Appends facts to a tamper-evident ledger, builds and verifies packs.
@NullMarked
package io.cofferdam.evidence;

import org.jspecify.annotations.NullMarked;
