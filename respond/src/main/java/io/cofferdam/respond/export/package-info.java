/// Playbooks and planned acts in the forms of others: SSM Automation, Step Functions, Lambda,
/// CACAO.
///
/// Starting points: [ScriptWriter] for a planned act; the rooms `ssm`, `asl`, `lambda` and `cacao`
/// write the forms. Failure direction: nothing is exported that may destroy without a gate before
/// it, nor with a value that is not known; what a form cannot hold is told.
@NullMarked
package io.cofferdam.respond.export;

import org.jspecify.annotations.NullMarked;
