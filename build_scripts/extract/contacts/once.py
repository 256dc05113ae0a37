"""Extract: a method in, a property that is computed when it is first asked for, and then kept, out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):
    """`functools.cached_property` without the lock that it takes in Python 3.11: nothing here has threads."""

    def __init__(self, make: Callable[..., T]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> once[T]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object, owner: type) -> T | once[T]:
        if instance is None:
            return self
        value = self.make(instance)
        # Found there, the next time, before this is asked.
        instance.__dict__[self.name] = value
        return value
