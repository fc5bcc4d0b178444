/// What the Azure logs share: their JSON shapes and which decoder takes which record; starting
/// point [AzureFormat].
@NullMarked
package io.cofferdam.logs.azure;

import org.jspecify.annotations.NullMarked;
