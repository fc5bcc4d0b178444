/// The main job: a folder of logs becomes a leak report. Composes the features, decides nothing
/// itself. Starting point: [Investigation].
@NullMarked
package io.cofferdam.app.investigate;

import org.jspecify.annotations.NullMarked;
