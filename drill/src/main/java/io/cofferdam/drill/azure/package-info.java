/// Tells of Azure in the shapes of its own logs ([AzureLines]).
@NullMarked
package io.cofferdam.drill.azure;

import org.jspecify.annotations.NullMarked;
