/// Reads the data map from YAML and the subject index from CSV; starting point [DataMapFile].
@NullMarked
package io.cofferdam.app.datamap;

import org.jspecify.annotations.NullMarked;
