/// Makes calls to Azure Resource Manager and to the blob service, each by the name that the
/// service's own reference gives it.
///
/// Starting point: [AzureCalls]. Failure direction: what is no whole answer of the service counts
/// as not known, a change is only sent with a permit that covers it, and no key or token leaves
/// by an answer, a message or another host than the one that was named.
@NullMarked
package io.cofferdam.azure;

import org.jspecify.annotations.NullMarked;
