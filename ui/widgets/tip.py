"""Tooltips that show names as they are."""

SIGNS = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


def plain_tip(text: str) -> str:
    """A tooltip text Qt will not take for markup, whatever a name contains."""
    if "<" not in text and "&lt;" not in text:
        return text
    for sign, written in SIGNS:
        text = text.replace(sign, written)
    return f"<span style='white-space:pre'>{text}</span>"
