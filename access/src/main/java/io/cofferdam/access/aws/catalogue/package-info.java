/// The actions, resource types and condition keys of AWS services, as dated data.
///
/// Starting point: [io.cofferdam.access.aws.catalogue.ServiceCatalogue]. Failure direction: an
/// action that the catalogue does not hold may exist all the same, since AWS adds some weekly; the
/// answer about it is unknown, never "no such action".
@NullMarked
package io.cofferdam.access.aws.catalogue;

import org.jspecify.annotations.NullMarked;
