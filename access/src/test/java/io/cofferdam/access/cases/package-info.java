/// The suite of cases: requests with every policy that applies, and the answer that the AWS
/// documentation gives.
///
/// Starting points: [io.cofferdam.access.cases.CaseFiles] reads the files,
/// [io.cofferdam.access.cases.CaseSuiteTest] asks the engine. Failure direction: a file that does
/// not keep to `cases.schema.json` fails the suite.
@NullMarked
package io.cofferdam.access.cases;

import org.jspecify.annotations.NullMarked;
