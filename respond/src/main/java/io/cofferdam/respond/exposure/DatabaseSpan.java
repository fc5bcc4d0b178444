package io.cofferdam.respond.exposure;

import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;

/// A span in which nothing on the way to a database instance changes. Who has an account of the
/// provider gets no further than who has none.
record DatabaseSpan(
    Window window, boolean covered, DatabaseTimelines proved, DatabaseTimelines seen)
    implements Span {

  @Override
  public String unsettled() {
    return "the route table and network ACL of its subnet are not told: they would decide, or a"
        + " logged session from an address of the internet";
  }

  /// Whether both gates are proved to let every address through.
  boolean gatesOpen(Audience audience) {
    return proved.judge(window).state() == ExposureState.OPEN;
  }

  @Override
  public Judgement certain(Audience audience) {
    var gates = proved.judge(window);
    return gates.state() == ExposureState.OPEN
        ? new Judgement(ExposureState.UNKNOWN, gates.because())
        : gates;
  }

  @Override
  public Judgement apparent(Audience audience) {
    return seen.judge(window);
  }

  @Override
  public boolean constant(Audience audience) {
    return covered && gatesOpen(audience) && proved.constant(window);
  }
}
