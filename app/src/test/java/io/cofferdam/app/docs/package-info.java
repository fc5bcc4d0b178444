/// Documents that are generated from the code and its tests; each test fails when the committed
/// file differs, and rewrites it with `-Dgolden.update=true`.
package io.cofferdam.app.docs;
