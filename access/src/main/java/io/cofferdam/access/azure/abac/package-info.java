/// The condition language of Azure role assignments (Microsoft Learn, "Azure role assignment
/// condition format and syntax"), read and evaluated in three values.
///
/// Starting points: [io.cofferdam.access.azure.abac.ConditionReader] reads a text,
/// [io.cofferdam.access.azure.abac.ConditionEvaluator] evaluates it. Failure direction: what is not
/// known or not documented is unknown, never true and never false; a text that cannot be read is
/// an unknown condition.
@NullMarked
package io.cofferdam.access.azure.abac;

import org.jspecify.annotations.NullMarked;
