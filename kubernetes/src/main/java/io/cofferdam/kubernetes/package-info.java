/// Makes calls to the API of one Kubernetes cluster.
///
/// Starting point: [KubernetesCalls]. Failure direction: what is no whole answer of the API counts
/// as not known, and a change is only sent with a permit that covers it.
@NullMarked
package io.cofferdam.kubernetes;

import org.jspecify.annotations.NullMarked;
