package io.cofferdam.access.aws.estate;

import io.cofferdam.access.exposure.Part;
import java.util.List;

/// The root or an organisational unit, or an account as a place where policies are attached.
///
/// @param id `r-...`, `ou-...` or 12 digits
/// @param name for a person
/// @param parent id of the node above; empty for the root
/// @param scps service control policies; absent where that kind of policy is switched off
/// @param rcps resource control policies; absent where that kind is switched off
public record OrganisationNode(
    String id,
    String name,
    String parent,
    Part<List<NamedPolicy>> scps,
    Part<List<NamedPolicy>> rcps) {}
