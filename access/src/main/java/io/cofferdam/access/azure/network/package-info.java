/// Where requests come from and which of them a resource's firewall lets through.
///
/// Starting points: [io.cofferdam.access.azure.network.NetworkRules],
/// [io.cofferdam.access.azure.network.Origin]. Failure direction: an origin that is not told passes
/// only where every origin does.
@NullMarked
package io.cofferdam.access.azure.network;

import org.jspecify.annotations.NullMarked;
