"""Turns the articles of a briefing into Markdown pages whose every sentence can be checked."""

__version__ = "0.1.0"
