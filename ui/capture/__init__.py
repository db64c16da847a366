"""Observing: the panel beside a lesson, the capture line, its palette, and drafts."""
