"""Random briefs of whole classes: stations, needs, feuds and weeks of history like a school's."""

from itertools import combinations
from random import Random

from app.planner.brief import Brief, Groups, MustVisit, Pair, Pin, Rule, Station, Student, Weights

KINDS = ("Teacher", "Online", "Collab", "Indep", "CoTeacher", "Choice", "Online2", "Collab2")


def morning(
    seed: int, *, grouped: bool, students: int = 24, stations: int = 4, rounds: int = 4
) -> Brief:
    """A brief of so many students; in group mode there are as many groups as stations."""
    random = Random(seed)
    people = tuple(_student(random, i, stations, rounds) for i in range(students))
    names = [one.id for one in people]
    seats = -(-students // stations) + 1
    return Brief(
        name=f"morning {seed}",
        rounds=rounds,
        students=people,
        stations=tuple(_station(kind, seats, grouped=grouped) for kind in KINDS[:stations]),
        rules=tuple(_rules(random, names, rounds, grouped=grouped)),
        devices=2 * seats,
        history=tuple((*pair, random.randint(1, 9)) for pair in combinations(names, 2)),
        choice_costs=(0, 1, 3, 6),
        weights=Weights(1, 2, 1, 2, 5, 0),
        groups=Groups(stations, seats - 2, seats, "similar", "maths") if grouped else None,
    )


def _student(random: Random, i: int, stations: int, rounds: int) -> Student:
    away = random.random()
    out = frozenset(range(1, rounds + 1) if away < 0.05 else [random.randint(1, 2)])
    return Student(
        f"S{i:02}",
        {"maths": random.randint(1, 4)},
        out if away < 0.15 else frozenset(),
        random.choice((0, 0, 1, 1, 2, 3, 6)),
        tuple(random.sample(KINDS[1:stations], min(3, stations - 1))),
        random.choice((0, 0, 0, 1, 2)),
    )


def _station(kind: str, seats: int, *, grouped: bool) -> Station:
    led = kind in {"Teacher", "CoTeacher"}
    works = "similar" if led else "mixed" if kind.startswith("Collab") else "any"
    return Station(
        kind,
        low=2,
        high=seats if grouped or led else seats + 3,
        must_run=led,
        max_visits=1 if grouped or works != "any" else 2,
        devices_per_student=int(kind.startswith("Online")),
        teacher_time=kind == "Teacher",
        pairs_count=kind in {"Teacher", "Collab", "Collab2"},
        readiness=works,
        skill="maths",
    )


def _rules(random: Random, names: list[str], rounds: int, *, grouped: bool) -> list[Rule]:
    rules: list[Rule] = []
    pairs = random.sample(list(combinations(names, 2)), 7)
    for n, pair in enumerate(pairs):
        rules.append(Pair(f"pair-{n}", pair, together=n == 0))
    rules.append(
        MustVisit("teacher", tuple(random.sample(names, 4)), frozenset({"Teacher"}), rounds)
    )
    if not grouped:
        early = tuple(random.sample(names, len(names) // 4))
        rules.append(MustVisit("online", early, frozenset({"Online"}), rounds - 1))
    rules.append(Pin("pin", random.choice(names), 1, "Online"))
    return rules
