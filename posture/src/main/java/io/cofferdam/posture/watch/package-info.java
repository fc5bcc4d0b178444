/// Judges anew what single changes of an inventory bear on, with everything else kept.
///
/// Starting point: [Watch]. FAILURE DIRECTION: too much is judged anew rather than too little; what
/// may be other than before is worked out anew.
@NullMarked
package io.cofferdam.posture.watch;

import org.jspecify.annotations.NullMarked;
