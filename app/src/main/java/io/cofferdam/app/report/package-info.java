/// The leak report in its forms: JSON for machines, one page for people, a summary for the
/// terminal. Starting point: [LeakReport].
@NullMarked
package io.cofferdam.app.report;

import org.jspecify.annotations.NullMarked;
