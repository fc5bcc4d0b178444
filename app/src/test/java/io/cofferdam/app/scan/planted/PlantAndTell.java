package io.cofferdam.app.scan.planted;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// Plants an account and writes the truth: `PlantAndTell URL SEED TIMES TRUTH DATA-MAP`. For
/// `bench/side-by-side.sh`.
final class PlantAndTell {
  private PlantAndTell() {}

  public static void main(String[] args) throws Exception {
    var plants =
        PlantedAccount.in(URI.create(args[0]), Long.parseLong(args[1]), Integer.parseInt(args[2]));
    var mapper = new JsonMapper();
    var truth = mapper.createArrayNode();
    for (var plant : plants) {
      var one = truth.addObject();
      one.put("resource", plant.resource());
      one.put("how", plant.how());
      plant.faults().stream().sorted().forEach(one.putArray("faults")::add);
      plant.quiet().stream().sorted().forEach(one.putArray("quiet")::add);
    }
    Files.writeString(Path.of(args[4]), PlantedAccount.DATA_MAP);
    Files.write(Path.of(args[3]), mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(truth));
  }
}
