from collections.abc import Iterable

class Formula:
    clauses: list[list[int]]
    nv: int

class CardEnc:
    @classmethod
    def atmost(cls, lits: list[int], bound: int = ..., top_id: int = ...) -> Formula: ...
    @classmethod
    def atleast(cls, lits: list[int], bound: int = ..., top_id: int = ...) -> Formula: ...

class ITotalizer:
    cnf: Formula
    rhs: list[int]
    top_id: int
    def __init__(self, lits: Iterable[int], ubound: int, top_id: int) -> None: ...
    def delete(self) -> None: ...
