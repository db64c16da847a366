"""The window on the projector. It paints names and a clock, and can know nothing private."""
