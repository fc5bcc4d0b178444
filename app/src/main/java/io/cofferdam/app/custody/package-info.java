/// Fetched evidence in the custody of people: taken, handed over, received, stored where nobody can
/// delete it.
///
/// Starting points: [EvidenceList] is what a root is made of, [Captured] makes a custody item of a
/// fetched folder, [EvidenceSigner] signs. FAILURE DIRECTION: a folder with a file missing, changed
/// or extra is refused by name; nothing of a folder is ever written or deleted.
@NullMarked
package io.cofferdam.app.custody;

import org.jspecify.annotations.NullMarked;
