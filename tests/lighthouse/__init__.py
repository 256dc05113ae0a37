"""Lighthouse on the built site: a benchmark, not a test (`make lighthouse`)."""
