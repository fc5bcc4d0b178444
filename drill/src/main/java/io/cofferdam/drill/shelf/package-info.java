/// Where a drill's files go: a folder ([FolderShelf]) or memory ([MemoryShelf]).
@NullMarked
package io.cofferdam.drill.shelf;

import org.jspecify.annotations.NullMarked;
