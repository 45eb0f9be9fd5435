"""`make bench`, understanding: our pipeline beside Rasa's default, nlp.js and a plain linear model.

All learn from the same lines and are asked the same messages, in one run.
"""
