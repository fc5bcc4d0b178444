/// Doubles, golden files and requirement marks for every module's tests.
@NullMarked
package io.cofferdam.testkit;

import org.jspecify.annotations.NullMarked;
