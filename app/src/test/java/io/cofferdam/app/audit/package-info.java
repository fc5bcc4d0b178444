/// When audits are due; starting point [NetworkAuditTest].
@NullMarked
package io.cofferdam.app.audit;

import org.jspecify.annotations.NullMarked;
