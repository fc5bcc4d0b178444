/// Says how much leaked, in numbers between two limits that the truth lies within.
///
/// Starting point: [io.cofferdam.respond.scope.ScopeCalculator]. Failure direction: what is not
/// known widens the bounds and is named, with the input that would narrow them.
@NullMarked
package io.cofferdam.respond.scope;

import org.jspecify.annotations.NullMarked;
