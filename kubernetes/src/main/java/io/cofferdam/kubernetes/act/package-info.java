/// What can be done on Kubernetes to contain a leak: which calls, and how to go back.
///
/// Starting point: [KubernetesActs]. Failure direction: an act that cannot read or prove what it
/// needs proposes nothing.
@NullMarked
package io.cofferdam.kubernetes.act;

import org.jspecify.annotations.NullMarked;
