/// Composes a scan: what a cloud or a snapshot tells is walked by the plan, judged by the
/// controls; the packages below tell it to people and machines. Holds no judgement of its own.
///
/// Starting points: [LiveScan], [StoredScan]. FAILURE DIRECTION: what
/// could not be asked makes controls undetermined, never met.
@NullMarked
package io.cofferdam.app.scan;

import org.jspecify.annotations.NullMarked;
