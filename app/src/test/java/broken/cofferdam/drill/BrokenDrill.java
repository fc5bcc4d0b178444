package broken.cofferdam.drill;

import broken.cofferdam.notify.BrokenNotify;

/// Breaks: drillSeesOnlyModel, featuresDoNotSeeEachOther.
public final class BrokenDrill {
  public Object aside() {
    return new BrokenNotify();
  }
}
