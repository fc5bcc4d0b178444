/// The stand-alone verifier's command line; starting point [VerifierMain].
@NullMarked
package io.cofferdam.evidence.verify.cli;

import org.jspecify.annotations.NullMarked;
