/// Playbooks and planned acts in the forms of others, as files; and documents of SSM Automation
/// held against what AWS takes.
///
/// Starting points: [ActExport], [PlaybookExport], [SsmFile]. Failure direction: nothing is written
/// over, and nothing is written where any of it is refused.
@NullMarked
package io.cofferdam.app.export;

import org.jspecify.annotations.NullMarked;
