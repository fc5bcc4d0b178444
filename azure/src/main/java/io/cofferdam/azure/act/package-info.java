/// What can be done on Azure to contain a leak: which calls, and how to go back.
///
/// Starting point: [AzureActs]. Failure direction: an act that cannot read or prove what it needs
/// proposes nothing.
@NullMarked
package io.cofferdam.azure.act;

import org.jspecify.annotations.NullMarked;
