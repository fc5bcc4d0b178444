/// Keeps the direction of arrows and the house rules; starting point [ArchitectureTest].
package io.cofferdam.app.architecture;
