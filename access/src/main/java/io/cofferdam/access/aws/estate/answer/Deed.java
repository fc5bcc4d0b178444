package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Change;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;

/// One allowed operation of an actor at the end of a way, perhaps after a change of the resource.
record Deed(Actor actor, Operation operation, Change change, Verdict verdict) {}
