/// Small accounts, each with one planted fault or one thing that only looks like it, told in the
/// answers that AWS gives and read by the plan as a scan reads them.
///
/// Starting point: [VariantFile]. The truth of each stands in the files beside, written from the
/// documentation of AWS and not from the controls or their samples. FAILURE DIRECTION: a variant of
/// which it is not clear what is judged fails the test.
@NullMarked
package io.cofferdam.app.scan.variant;

import org.jspecify.annotations.NullMarked;
