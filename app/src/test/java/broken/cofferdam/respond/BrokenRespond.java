package broken.cofferdam.respond;

import broken.cofferdam.model.BrokenUtil;
import java.io.InputStream;
import java.io.ObjectInputStream;

/// Breaks: noJavaSerialization, onlyAppLedgerDrillAndCollectingStartThreads, noReflection,
/// noModuleCycles.
public final class BrokenRespond {
  public Object wrong(InputStream in) throws Exception {
    new Thread(() -> {}).start();
    Class.forName(BrokenUtil.class.getName());
    return new ObjectInputStream(in).readObject();
  }
}
