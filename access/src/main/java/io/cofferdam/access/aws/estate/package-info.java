/// A snapshot of many AWS accounts: organisation, principals, resources, and the policies between.
///
/// Starting points: [io.cofferdam.access.aws.estate.Estate], and from there
/// `estate.reading.EstateReader` (JSON to snapshot), `estate.reach.Reach` (who can become whom),
/// `estate.answer.WhoCan` and `estate.answer.WhatCan` (the questions). Failure direction: what the
/// snapshot does not tell is [io.cofferdam.access.exposure.Part.Unknown], and an answer that
/// depends on it is conditional, never "no".
@NullMarked
package io.cofferdam.access.aws.estate;

import org.jspecify.annotations.NullMarked;
