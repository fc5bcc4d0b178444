package io.cofferdam.notify.clock;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Nation-wide public holidays of the country in which a notice is to be handed in (Art 2 of
/// Regulation 1182/71), from Jollyday's calendars; regional holidays are left out, which can only
/// make a shifted deadline earlier, never later.
public final class Holidays {
  private static final Map<String, HolidayCalendar> CALENDARS =
      Arrays.stream(HolidayCalendar.values())
          .collect(Collectors.toUnmodifiableMap(c -> c.getId().toLowerCase(Locale.ROOT), c -> c));

  private final Map<String, HolidayManager> managers = new ConcurrentHashMap<>();

  /// Whether we have a calendar for the country; without one only weekends move a date.
  public boolean known(String country) {
    return calendar(country) != null;
  }

  /// Whether the date is neither Saturday, Sunday nor a nation-wide public holiday.
  ///
  /// @param country ISO 3166-1 alpha-2, or empty: weekends only
  public boolean workingDay(LocalDate date, String country) {
    var day = date.getDayOfWeek();
    if (day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY) {
      return false;
    }
    var calendar = calendar(country);
    if (calendar == null) {
      return true;
    }
    var manager =
        managers.computeIfAbsent(
            country, _ -> HolidayManager.getInstance(ManagerParameters.create(calendar)));
    return !manager.isHoliday(date, HolidayType.PUBLIC_HOLIDAY);
  }

  private static @Nullable HolidayCalendar calendar(String country) {
    return CALENDARS.get(country.toLowerCase(Locale.ROOT));
  }
}
