/// Processes that carry a run of a playbook forward and are killed (SIGKILL) at its boundaries.
@org.jspecify.annotations.NullMarked
package io.cofferdam.store.killed;
