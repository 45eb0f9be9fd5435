"""Days, hours and lengths of time in English, Malay, Chinese and Thai, also mixed.

Two steps, as whoever reads a message does not know its writer's clock: `find` reads what was said into a
small expression that survives JSON, `resolve` says what it means for one who says it now. What has several
readings is never guessed: the resolution holds all of them and says why.

    [found] = find("next Sat 3ish")
    resolve(found.expression, now).unclear        # ("which_week", "am_pm")

The words are in words/<language>.yml. lexer.py makes a text a line of kinds of words; days.py, times.py and
durations.py hold the grammar; finder.py joins a day and its hour.
"""

from bot.dates.finder import Found, find, find_all, find_durations
from bot.dates.resolver import Reading, Resolution, merge, resolve

__all__ = ["Found", "Reading", "Resolution", "find", "find_all", "find_durations", "merge", "resolve"]
