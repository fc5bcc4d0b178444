/// The report as one self-contained page; starting point [ReportPage].
@NullMarked
package io.cofferdam.app.report.page;

import org.jspecify.annotations.NullMarked;
