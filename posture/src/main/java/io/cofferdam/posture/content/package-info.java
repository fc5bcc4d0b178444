/// Reads the files of the shipped catalogue.
///
/// Starting point: [CatalogueFiles]. FAILURE DIRECTION: a file that is not there or too large is an
/// error with its name.
@NullMarked
package io.cofferdam.posture.content;

import org.jspecify.annotations.NullMarked;
