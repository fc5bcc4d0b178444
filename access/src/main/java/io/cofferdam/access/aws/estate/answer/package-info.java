/// Answers questions over an estate: who can do something, what somebody can do, what takes it
/// away, what a change of a policy gives and takes.
///
/// Starting points: [io.cofferdam.access.aws.estate.answer.WhoCan],
/// [io.cofferdam.access.aws.estate.answer.WhatCan],
/// [io.cofferdam.access.aws.estate.answer.TakeAway],
/// [io.cofferdam.access.aws.estate.answer.EstateCompare]. Failure direction: an answer that depends
/// on something is "only if", with the conditions; "no" means that no context whatever allows it,
/// given the snapshot and the acts that are followed.
@NullMarked
package io.cofferdam.access.aws.estate.answer;

import org.jspecify.annotations.NullMarked;
