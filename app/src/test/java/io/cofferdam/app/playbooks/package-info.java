@org.jspecify.annotations.NullMarked
package io.cofferdam.app.playbooks;
