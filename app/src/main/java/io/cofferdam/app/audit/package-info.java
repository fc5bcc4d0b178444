/// Work that people do again and again beside the scans, and when it is due.
///
/// Starting point: [NetworkAudit]. FAILURE DIRECTION: an audit that nobody is known to have done is
/// overdue.
@NullMarked
package io.cofferdam.app.audit;

import org.jspecify.annotations.NullMarked;
