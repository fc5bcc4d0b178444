@NullMarked
package io.cofferdam.respond.playbook;

import org.jspecify.annotations.NullMarked;
