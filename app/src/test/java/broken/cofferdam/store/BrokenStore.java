package broken.cofferdam.store;

import io.cofferdam.respond.cases.CaseFile;

/// Breaks: storeSeesOnlyModelAndThePortOfRespond.
public final class BrokenStore {
  public Object gaps(CaseFile file) {
    return file.gaps();
  }
}
