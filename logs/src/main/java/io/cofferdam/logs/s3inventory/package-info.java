/// Reads Amazon S3 inventories as CSV and their manifests; starting points [S3InventoryFormat] and
/// [S3ManifestFormat].
@NullMarked
package io.cofferdam.logs.s3inventory;

import org.jspecify.annotations.NullMarked;
