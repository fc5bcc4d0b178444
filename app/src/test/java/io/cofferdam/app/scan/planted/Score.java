package io.cofferdam.app.scan.planted;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a scanner told of planted resources, held against the truth.
///
/// @param control the control
/// @param faults how many were planted
/// @param found how many of these were told
/// @param lookAlikes how many resources only look so
/// @param falseAlarms the resources told that have no such fault, with how they were planted
/// @param missed the faults not told
public record Score(
    String control,
    int faults,
    int found,
    int lookAlikes,
    List<String> falseAlarms,
    List<String> missed) {

  /// One score for each control that something was planted for.
  ///
  /// @param told for each control the resources told as violating it
  public static List<Score> of(Collection<Plant> plants, Map<String, Set<String>> told) {
    var controls = new TreeSet<String>();
    plants.forEach(
        plant -> {
          controls.addAll(plant.faults());
          controls.addAll(plant.quiet());
        });
    return controls.stream().map(each -> of(each, plants, told)).toList();
  }

  private static Score of(String control, Collection<Plant> plants, Map<String, Set<String>> told) {
    var violating = told.getOrDefault(control, Set.of());
    var kinds =
        plants.stream().collect(Collectors.partitioningBy(p -> p.faults().contains(control)));
    var missed =
        kinds.get(true).stream()
            .filter(p -> !violating.contains(p.resource()))
            .map(Score::words)
            .toList();
    var alarms =
        kinds.get(false).stream()
            .filter(p -> violating.contains(p.resource()))
            .map(Score::words)
            .toList();
    return new Score(
        control,
        kinds.get(true).size(),
        kinds.get(true).size() - missed.size(),
        (int) kinds.get(false).stream().filter(p -> p.quiet().contains(control)).count(),
        alarms,
        missed);
  }

  private static String words(Plant plant) {
    return plant.how() + " (" + plant.resource() + ")";
  }

  /// Missed and falsely told ones by how they were planted, each with how many there are.
  static Map<String, Integer> kinds(List<String> words) {
    var kinds = new TreeMap<String, Integer>();
    words.forEach(each -> kinds.merge(each.substring(0, each.lastIndexOf(" (")), 1, Integer::sum));
    return kinds;
  }
}
