package broken.cofferdam.notify;

import io.cofferdam.app.BuildInfo;
import java.net.http.HttpClient;

/// Breaks: nothingSeesApp, onlyTimestampsTheClusterAndAzureOpenConnections,
// nothingEndsTheProcessButMain.
public final class BrokenNotify {
  public Object outwards() {
    if (BuildInfo.version().isEmpty()) {
      System.exit(1);
    }
    return HttpClient.newHttpClient();
  }
}
