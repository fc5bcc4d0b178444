package io.cofferdam.drill.plot;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.world.Company;
import io.cofferdam.drill.world.People;
import java.util.ArrayList;
import java.util.List;

/// Invents the company and its customers.
final class Companies {
  private static final List<String> NAMES =
      List.of("Musterkauf", "Exempla", "Voorbeeld", "Fictiva", "Probeladen", "Sampleby");
  private static final List<String> COUNTRIES =
      List.of("DE", "DE", "DE", "DE", "FR", "FR", "AT", "NL", "IT", "ES", "PL", "GB", "SE", "US");

  private Companies() {}

  static Company company(Dice dice) {
    var name = dice.pick(NAMES);
    var slug = name.toLowerCase(java.util.Locale.ROOT);
    var account = "1" + dice.digits(11);
    return new Company(
        name + " Invented GmbH",
        slug,
        "DE",
        account,
        "2" + dice.digits(11),
        dice.hex(64),
        dice.chance(0.7) ? "eu-central-1" : "eu-west-1",
        "10." + dice.between(1, 250) + "." + dice.between(0, 250),
        "vpce-0" + dice.hex(16),
        "198.51.100." + dice.between(1, 120),
        "198.51.10" + dice.between(1, 9),
        slug + "-trail",
        slug + "-cloudtrail-logs",
        dice.chance(0.7),
        dice.between(50, 900) * 1000L);
  }

  /// @param unresolved share of people whose residence the register does not have
  static People people(Dice dice, int count, double unresolved) {
    var keys = new ArrayList<String>(count);
    var home = new ArrayList<String>(count);
    var told = new ArrayList<String>(count);
    var mix = new ArrayList<String>();
    int kinds = dice.between(2, 6);
    for (int i = 0; i < kinds; i++) {
      mix.add(dice.pick(COUNTRIES));
    }
    mix.add("DE");
    for (int i = 0; i < count; i++) {
      keys.add(dice.hex(24));
      var country = dice.pick(mix);
      home.add(country);
      told.add(dice.chance(unresolved) ? People.UNRESOLVED : country);
    }
    return new People(keys, home, told);
  }
}
