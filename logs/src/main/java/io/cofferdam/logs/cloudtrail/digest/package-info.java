/// Reads CloudTrail digest files and checks their chain and signatures; starting points
/// [DigestFormat] and [DigestChain].
@NullMarked
package io.cofferdam.logs.cloudtrail.digest;

import org.jspecify.annotations.NullMarked;
