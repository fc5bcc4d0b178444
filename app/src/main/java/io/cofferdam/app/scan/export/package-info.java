/// A scan in the forms that other tools read: our JSON, OCSF 1.8, SARIF 2.1.0, ASFF, OSCAL
/// assessment results, CSV.
///
/// Starting points: [ScanExport], [Exports]. Each form keeps the four outcomes apart, as
/// `docs/exports.md` says. FAILURE DIRECTION: a file is moved into place when it is whole; one that
/// cannot be written ends the command.
@NullMarked
package io.cofferdam.app.scan.export;

import org.jspecify.annotations.NullMarked;
