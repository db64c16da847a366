"""The projector of the measurements comes and goes."""

from ui.bench.cables import LAPTOP, Cables


def test_it_is_pulled_out_and_another_is_plugged_in_and_all_who_watch_hear_of_it() -> None:
    cables, seen = Cables(), []
    cables.watch(lambda: seen.append(len(cables.all())))
    first = cables.all()
    for _time in range(3):
        cables.change()
    assert seen == [1, 2, 1]
    assert first[0] == LAPTOP
    cables.change()
    assert cables.all()[1] != first[1]
