/// Documents of AWS Systems Manager Automation: checks any, and writes those of a planned act.
///
/// Starting points: [SsmCheck], [SsmExport]. Failure direction: an action that is not known may
/// change anything; a service that is not known is not held against a document; an export whose
/// own document has a flaw is not written.
@NullMarked
package io.cofferdam.respond.export.ssm;

import org.jspecify.annotations.NullMarked;
