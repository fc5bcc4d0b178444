package io.cofferdam.app.contain;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.ActEventJson;
import io.cofferdam.respond.act.ActJournal;
import java.util.ArrayList;
import java.util.List;

/// Keeps events as the JSON that a store would keep.
final class MemoryJournal implements ActJournal {
  private final List<JsonNode> events = new ArrayList<>();

  @Override
  public List<ActEvent> events() {
    return events.stream().map(ActEventJson::read).toList();
  }

  @Override
  public boolean append(int after, ActEvent event) {
    if (after != events.size()) {
      return false;
    }
    events.add(ActEventJson.write(event));
    return true;
  }
}
