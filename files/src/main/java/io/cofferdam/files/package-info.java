/// Opens folders and archives for the engines.
@NullMarked
package io.cofferdam.files;

import org.jspecify.annotations.NullMarked;
