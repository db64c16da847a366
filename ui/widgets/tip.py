"""Tooltips that show names as they are."""

from html import escape


def plain_tip(text: str) -> str:
    """A tooltip text Qt will not take for markup, whatever a name contains."""
    if "<" not in text and "&" not in text:
        return text
    return f"<span style='white-space:pre'>{escape(text)}</span>"
