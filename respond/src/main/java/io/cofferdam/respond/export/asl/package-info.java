/// State machines of AWS Step Functions, in the Amazon States Language with JSONPath.
///
/// Starting points: [AslPlaybook] for a playbook, [AslAct] for a planned act. Failure direction: a
/// value that nobody told, an answer that does not come and consent that is not given end the run
/// as failed, with the reason in words.
@NullMarked
package io.cofferdam.respond.export.asl;

import org.jspecify.annotations.NullMarked;
