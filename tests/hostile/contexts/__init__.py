"""Each check takes any text, and holds that an output with it is the same as one with a harmless word."""
