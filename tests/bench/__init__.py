"""Benchmarks that anyone can run: `make bench`. No part of the tests: a figure is not a fact that holds."""
