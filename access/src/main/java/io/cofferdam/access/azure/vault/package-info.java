/// Azure Key Vault as records: vaults, access policies, and what each operation needs.
///
/// Starting points: [io.cofferdam.access.azure.vault.Vault],
/// [io.cofferdam.access.azure.vault.VaultOperation]. Failure direction: a setting that no input
/// tells is unknown.
@NullMarked
package io.cofferdam.access.azure.vault;

import org.jspecify.annotations.NullMarked;
