@NullMarked
package io.cofferdam.respond.playbook.run;

import org.jspecify.annotations.NullMarked;
