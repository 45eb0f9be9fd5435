"""`make bench`: the whole road beside a stock Rasa bot, and understanding beside other systems."""
