/// Decides one concrete request to Azure storage, Key Vault or Resource Manager, and says by which
/// gates: transport, network, then authorisation by the kind of credential.
///
/// Starting points: [io.cofferdam.access.azure.AzureDecider] for one request,
/// [io.cofferdam.access.azure.AzureExposure] for openness to anyone,
/// [io.cofferdam.access.azure.AzureReach] for the detours of a principal. Failure direction: what
/// is not known, not documented or contradicted by the documents is
/// [io.cofferdam.access.azure.AzureDecision.Unknown], never Allowed and never Denied.
@NullMarked
package io.cofferdam.access.azure;

import org.jspecify.annotations.NullMarked;
