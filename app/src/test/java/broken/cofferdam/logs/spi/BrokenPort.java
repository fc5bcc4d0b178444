package broken.cofferdam.logs.spi;

import broken.cofferdam.respond.BrokenRespond;

/// Breaks: spiTypesAreInterfacesRecordsOrEnums, enginesSeeOnlyModel.
public class BrokenPort {
  public Object upwards() {
    return new BrokenRespond();
  }
}
