"""How well the model understands: measured on the validation files, which it never learns from."""
