"""Fuzzing guided by coverage (atheris) of whatever reads other people's text: `make fuzz`."""
