"""Reads our calendars as real programs do, and compares every moment with the plan.

Builds a handbook whose cohorts meet in twenty zones, all through two changes of the clock. The library icalendar reads
each calendar as it is, for the clock on the wall; then, under a name of the zone that nobody knows, the library and khal
read the moments, which only the VTIMEZONE of the file can tell. (By its own name a zone would be looked up in whatever
database the machine has, and laws change.) Usage: read.py PROGRAM; the last lines are "# pass N" and "# fail N".
"""

import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime, timezone
from pathlib import Path

import icalendar

ZONES = [
    "Europe/Zurich", "Europe/Berlin", "Europe/London", "Europe/Dublin", "Europe/Istanbul", "Europe/Chisinau",
    "Atlantic/Azores", "Africa/Casablanca", "Africa/Cairo", "Africa/Nairobi", "America/New_York", "America/St_Johns",
    "America/Santiago", "America/Sao_Paulo", "Asia/Kathmandu", "Asia/Jerusalem", "Asia/Tokyo", "Australia/Lord_Howe",
    "Pacific/Chatham", "UTC",
]

SITE = '[site]\ntitle = "Zones"\nbase_url = "https://firm.example/"\n[calendar]\nreminder_minutes = 15\n'
SITE += '[diagnostics]\nno-pairs = "allow"\npeople-not-ignored = "allow"\n'
PROGRAMME = '''title = "Swap"
summary = "Young people show managers how it is done."
topics = ["ads"]
[plan]
sessions = ["open", {sessions}]
'''
TEMPLATE = 'title = "Work, {kind}; \\u2013 or \\\\ talk \\U0001F9F5"\nkind = "{kind}"\n[[block]]\ntitle = "Work"\n'
TEMPLATE += 'minutes = "rest"\nlead = "mentor"\nkind = "{block}"\nmodules = {modules}\n'
TOPIC = '+++\ntitle = "Ads"\nsummary = "How ads work."\nmodules = ["first"]\n+++\n'
MODULE = '+++\ntitle = "First"\nminutes = 20\nobjectives = ["Explain an ad"]\n+++\n'
COHORT = '''title = "{zone}"
programme = "swap"
topic = "ads"
start = 2026-01-08
rhythm = "every 3 weeks"
time = "{time}"
time_zone = "{zone}"
place = "Room 1, level 2; \u00dcberseehaus, {zone}"
'''


def handbook(folder: Path) -> None:
    def write(path: str, text: str) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    write("site.toml", SITE)
    write("content/programmes/swap.toml", PROGRAMME.format(sessions=", ".join(['"talk"'] * 19)))
    write("content/sessions/open.toml", TEMPLATE.format(kind="kickoff", block="modules", modules="true"))
    write("content/sessions/talk.toml", TEMPLATE.format(kind="working", block="practice", modules="false"))
    write("content/topics/ads/index.md", TOPIC)
    write("content/topics/ads/first.md", MODULE)
    for number, zone in enumerate(ZONES):
        time = f"{(number * 5) % 24:02}:{number * 7 % 60:02}"
        write(f"content/cohorts/z{number}.toml", COHORT.format(zone=zone, time=time))


def run(program: str, *arguments: str) -> str:
    done = subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        raise SystemExit(done.stdout + done.stderr)
    return done.stdout


def on_the_wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=None)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(timezone.utc)


def planned(program: str, root: Path, clock) -> dict[str, dict[str, tuple[datetime, datetime]]]:
    """Cohort, name of the entry: when it begins and ends, as `schedule` tells it and `clock` reads it."""
    cohorts = json.loads(run(program, "schedule", "--root", str(root), "--format", "json", "--quiet"))["cohorts"]
    return {
        cohort["id"]: {
            f"{cohort['id']}-{session['key']}@firm.example": (clock(session["start"]), clock(session["end"]))
            for session in cohort["sessions"]
        }
        for cohort in cohorts
    }


def read_by_icalendar(text: str, clock) -> dict[str, tuple[datetime, datetime]]:
    calendar = icalendar.Calendar.from_ical(text)
    found = {}
    for event in calendar.walk("VEVENT"):
        assert event.errors == [], event.errors
        assert str(event["SUMMARY"]).endswith("; \u2013 or \\ talk \U0001F9F5"), event["SUMMARY"]
        assert str(event["LOCATION"]).startswith("Room 1, level 2; \u00dcberseehaus, "), event["LOCATION"]
        assert len(event.walk("VALARM")) == 1
        times = (event["DTSTART"].dt, event["DTEND"].dt)
        found[str(event["UID"])] = tuple(clock(time.isoformat()) for time in times)
    return found


def read_by_khal(home: Path, files: list[Path]) -> dict[str, tuple[datetime, datetime]]:
    config = home / "config"
    form = "%Y-%m-%dT%H:%M"
    config.write_text(
        f"[calendars]\n[[own]]\npath = {home / 'own'}\ntype = calendar\n[sqlite]\npath = {home / 'khal.db'}\n"
        "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        f"longdateformat = %Y-%m-%d\ndatetimeformat = {form}\nlongdatetimeformat = {form}\n",
        encoding="utf-8",
    )
    (home / "own").mkdir(exist_ok=True)
    khal = str(Path(sys.executable).with_name("khal"))
    environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8"}
    for arguments in (["import", "--batch", *map(str, files)], ["list", "--notstarted", "--day-format", "", "-f",
                      "{uid} {start-long} {end-long}", "2025-12-01", "2027-12-31"]):
        done = subprocess.run([khal, "-c", str(config), *arguments], capture_output=True, text=True, env=environment)
        if done.returncode != 0:
            raise AssertionError(done.stdout + done.stderr)
    found = {}
    for line in done.stdout.splitlines():
        parts = line.split()
        if len(parts) == 3:
            found[parts[0]] = tuple(datetime.strptime(part, form).replace(tzinfo=timezone.utc) for part in parts[1:])
    return found


def compare(name: str, read, expected) -> bool:
    try:
        found = read()
        wrong = [f"{key}: {found.get(key)} instead of {times}" for key, times in expected.items() if found.get(key) != times]
        wrong += [f"{key} is one too many" for key in found.keys() - expected.keys()]
    except Exception as error:  # Whatever a library says about our file is the finding.
        wrong = [f"{type(error).__name__}: {error}"]
    print(f"{'not ok' if wrong else 'ok'} - {name}", *wrong[:3], sep="\n    ")
    return not wrong


def main() -> int:
    program = str(Path(sys.argv[1]).resolve())
    results = []
    with tempfile.TemporaryDirectory(prefix="leitfaden-calendar-") as folder:
        root = Path(folder) / "handbook"
        handbook(root)
        site = Path(folder) / "site"
        run(program, "build", "--root", str(root), "--out", str(site), "--quiet")
        walls, plan = planned(program, root, on_the_wall), planned(program, root, moment)
        assert len(plan) == len(ZONES)
        renamed = []
        for number, zone in enumerate(ZONES):
            file = site / "cohorts" / f"z{number}" / "calendar.ics"
            text = file.read_bytes().decode("utf-8")
            # Unfolded, for the name of a zone may stand on two lines. Its number, for names are remembered.
            unknown = text.replace("\r\n ", "")
            for sign in (":", "="):
                unknown = unknown.replace(f"TZID{sign}{zone}", f"TZID{sign}X-Nowhere-{number}")
            wall, expected = walls[f"z{number}"], plan[f"z{number}"]
            renamed.append(Path(folder) / f"z{number}.ics")
            renamed[-1].write_bytes(unknown.encode("utf-8"))
            results += [
                compare(f"{zone}: the clock on the wall", lambda: read_by_icalendar(text, on_the_wall), wall),
                compare(f"{zone}: moments, by icalendar", lambda: read_by_icalendar(unknown, moment), expected),
            ]
        everything = {key: times for cohort in plan.values() for key, times in cohort.items()}
        results.append(compare("all zones: moments, by khal", lambda: read_by_khal(Path(folder), renamed), everything))
    print(f"# pass {sum(results)}\n# fail {len(results) - sum(results)}")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
