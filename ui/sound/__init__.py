"""The chimes of the clock: which one when, how loud, and by which loudspeaker."""
