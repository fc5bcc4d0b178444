package io.cofferdam.access.azure.arm;

import io.cofferdam.access.azure.rbac.Scope;
import io.cofferdam.access.azure.storage.Container;

/// A container and the account that it lies in.
public record AccountContainer(Scope account, Container container) {}
