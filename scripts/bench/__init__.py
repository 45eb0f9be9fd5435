"""`make bench`: the whole road beside a stock Rasa bot, on the same machine in the same run."""
