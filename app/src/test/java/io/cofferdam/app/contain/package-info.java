/// Acts of containment against a stand-in of AWS.
@NullMarked
package io.cofferdam.app.contain;

import org.jspecify.annotations.NullMarked;
