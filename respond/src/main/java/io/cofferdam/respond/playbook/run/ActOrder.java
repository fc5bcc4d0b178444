package io.cofferdam.respond.playbook.run;

import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.spi.Target;

/// An act that a playbook asks for.
///
/// @param key names this act on its case for ever: whoever carries it out does so once under a key,
///     however often it is asked
/// @param act the id of its kind: `aws.s3.close-bucket`
public record ActOrder(CaseId caseId, String key, String act, Target target) {}
