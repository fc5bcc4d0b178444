/// Finds who read what: joins the logs of one request, follows credentials, tells outsiders from
/// those the data was meant for.
///
/// Starting points: [io.cofferdam.respond.reads.ReadCollector],
/// [io.cofferdam.respond.reads.ReadFindings]. Failure direction: a read that cannot be judged is
/// counted apart and widens the upper bound, never the lower one.
@NullMarked
package io.cofferdam.respond.reads;

import org.jspecify.annotations.NullMarked;
