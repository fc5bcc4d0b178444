/// Talks to AWS with the vendor's clients; nothing here decides anything.
///
/// Starting points: [AwsReader] makes single read-only calls, [AwsAccounts] says which accounts and
/// regions there are. FAILURE DIRECTION: what is refused, unknown to the service or broken is told
/// as such; nothing is taken for an answer that is none.
@NullMarked
package io.cofferdam.aws;

import org.jspecify.annotations.NullMarked;
