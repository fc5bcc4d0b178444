package broken.cofferdam.respond;

import broken.cofferdam.model.BrokenUtil;
import java.io.ObjectInputStream;
import java.io.InputStream;

/// Breaks: noJavaSerialization, onlyAppStartsThreads, noReflection, noModuleCycles.
public final class BrokenRespond {
  public Object wrong(InputStream in) throws Exception {
    new Thread(() -> {}).start();
    Class.forName(BrokenUtil.class.getName());
    return new ObjectInputStream(in).readObject();
  }
}
