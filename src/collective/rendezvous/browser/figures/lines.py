"""The lines of the tables: what a line is of, its figures in words, and how long its bar is."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.booking.statistics import Figures
from collective.rendezvous.booking.statistics import Statistics
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.words import numbers
from collective.rendezvous.words.calendar import names
from collective.rendezvous.words.speech import say
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """`number`: the appointments; `length`: of the bar, in hundredths; `color`: of the type."""

    title: str
    number: str
    length: float
    absent: str
    cancelled: str
    taken: str
    delay: str
    wait: str
    color: str | None = None


def by_type(of: Statistics, office: Office, language: str) -> list[Line]:
    """Those that were booked most first."""
    found = [(uid, it) for uid, it in of.by_type.items() if it.appointments or it.cancelled]
    found.sort(key=lambda one: (-one[1].appointments, of.titles.get(one[0], "")))
    most = max((it.appointments for _uid, it in found), default=0)
    colors = {kind.uid: kind.color for kind in office.types.values()}
    return [
        _line(of.titles.get(uid, ""), it, _length(it.appointments, most), language, colors.get(uid))
        for uid, it in found
    ]


def by_week(of: Statistics, language: str) -> list[Line]:
    """In order; the year stands with them where there is more than one."""
    years = {year for year, _week in of.by_week}
    most = max((it.appointments for it in of.by_week.values()), default=0)
    title = _("Week ${week}") if len(years) < 2 else _("Week ${week} of ${year}")
    return [
        _line(say(title, language, week=week, year=year), it, _length(it.appointments, most), language)
        for (year, week), it in sorted(of.by_week.items())
    ]


def by_weekday(of: Statistics, language: str) -> list[Line]:
    """Monday first; the bar is of the time taken."""
    return [
        _line(
            _capital(names(language).days[day]), it, _length(it.minutes_taken, it.minutes_offered), language
        )
        for day, it in sorted(of.by_weekday.items())
        if it.minutes_offered or it.appointments
    ]


def _line(title: str, of: Figures, length: float, language: str, color: str | None = None) -> Line:
    booked = of.appointments + of.cancelled
    return Line(
        title=title,
        number=numbers.number(of.appointments, language),
        length=length,
        absent=numbers.share(of.no_shows, of.appointments, language, 1),
        cancelled=numbers.share(of.cancelled, booked, language, 1),
        taken=numbers.share(of.minutes_taken, of.minutes_offered, language),
        delay=numbers.days(of.delay_days_median, language),
        wait=numbers.minutes(of.wait_minutes_median, language),
        color=color or None,
    )


def _length(part: float, whole: float) -> float:
    return round(min(100.0, 100 * part / whole), 1) if whole else 0.0


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def rows(of: Statistics, language: str) -> Iterable[list[object]]:
    """All figures as the rows of a spreadsheet, plain numbers, the header first."""
    yield [
        say(title, language)
        for title in (
            _("Figures of"),
            _("Name"),
            _("Appointments"),
            _("Booked online"),
            _("Cancelled"),
            _("Absent"),
            _("Minutes offered"),
            _("Minutes taken"),
            _("Days to obtain one (half of them: at most)"),
            _("Minutes of waiting (half of them: at most)"),
        )
    ]
    first, last = of.first.isoformat(), of.last.isoformat()
    yield [say(_("Period"), language), f"{first} – {last}", *_plain(of.totals)]
    for uid, it in sorted(of.by_type.items(), key=lambda one: of.titles.get(one[0], "")):
        yield [say(_("Type"), language), of.titles.get(uid, ""), *_plain(it)]
    for (year, week), it in sorted(of.by_week.items()):
        yield [say(_("Week"), language), f"{year}-W{week:02}", *_plain(it)]
    for day, it in sorted(of.by_weekday.items()):
        yield [say(_("Day"), language), names(language).days[day], *_plain(it)]


def _plain(of: Figures) -> list[object]:
    return [
        of.appointments,
        of.online,
        of.cancelled,
        of.no_shows,
        of.minutes_offered,
        of.minutes_taken,
        of.delay_days_median,
        of.wait_minutes_median,
    ]
