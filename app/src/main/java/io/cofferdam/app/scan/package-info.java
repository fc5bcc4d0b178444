/// Composes a scan: what a cloud or a snapshot tells is walked by the plan, judged by the
/// controls and told to people and machines. Holds no judgement of its own.
///
/// Starting points: [LiveScan], [StoredScan], [ScanTable], [ScanJson]. FAILURE DIRECTION: what
/// could not be asked makes controls undetermined, never met.
@NullMarked
package io.cofferdam.app.scan;

import org.jspecify.annotations.NullMarked;
