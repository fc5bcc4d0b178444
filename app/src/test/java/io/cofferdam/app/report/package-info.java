/// The report's forms, made by whole runs; starting point [ReportShape].
@NullMarked
package io.cofferdam.app.report;

import org.jspecify.annotations.NullMarked;
