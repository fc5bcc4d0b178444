/// A scan as one page of HTML that needs nothing else: style inside, no script, no load from
/// anywhere.
///
/// Starting points: [ScanPage], [ScanView].
@NullMarked
package io.cofferdam.app.scan.page;

import org.jspecify.annotations.NullMarked;
