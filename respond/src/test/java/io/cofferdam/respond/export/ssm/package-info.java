/// Documents of SSM Automation: sound ones, and mistakes planted into them.
@NullMarked
package io.cofferdam.respond.export.ssm;

import org.jspecify.annotations.NullMarked;
