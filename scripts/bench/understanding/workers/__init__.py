"""The programs that train a system and parse with it, each in that system's own environment.

`train LINES FOLDER SEED` reads the lines and writes a model into the folder; `serve FOLDER` loads it, writes
{"ready": true}, and answers each {"text", "lang"} on its standard input with {"intent", "seconds"}, one JSON
object a line. The time is taken around the parse alone.
"""
