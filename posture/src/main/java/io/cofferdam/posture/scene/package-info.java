/// All that a control may look at beside its resource: the other resources, and what the company
/// says about them.
///
/// Starting point: [Scene]. FAILURE DIRECTION: what nobody told is empty, never assumed harmless.
@NullMarked
package io.cofferdam.posture.scene;

import org.jspecify.annotations.NullMarked;
